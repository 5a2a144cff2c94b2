import { beforeAll, describe, expect, it } from 'vitest'
import { deriveMasterKey, passwordHash } from '#/crypto/kdf'
import { unwrapPrivateKey, unwrapUserKey } from '#/crypto/master-key'
import { unwrapOrganizationKey } from '#/crypto/rsa'
import { decryptText } from '#/crypto/symmetric-key'
import { Db } from '#/mocks/store/db'
import { seedDemo } from './demo/demo'
import { kdfOf } from './credentials'
import { emptyOwner, largeCrew, largeOwner } from './accounts'
import { personas } from './personas'
import { seeds } from './seeds'

const now = new Date('2026-08-27T14:32:00Z')
let db: Db

beforeAll(async () => {
  db = new Db(await seedDemo({ now }))
})

/** Signs in as a client does, then opens the name of the first secret of each organization. */
async function signIn(from: Db, email: string, password: string) {
  const [user] = from.users.where('email', email)
  if (!user?.key || !user.privateKey) throw new Error(`No account ${email}.`)
  const masterKey = await deriveMasterKey(password, user.masterPasswordSalt ?? email, kdfOf(user))
  expect(await passwordHash(masterKey, password)).toBe(user.masterPasswordHash)
  const privateKey = await unwrapPrivateKey(await unwrapUserKey(masterKey, user.key), user.privateKey)
  const members = from.members.where('userId', user.id).filter((member) => member.key !== null)
  return Promise.all(
    members.map(async (member) => {
      const key = await unwrapOrganizationKey(privateKey, member.key ?? '')
      const [secret] = from.secrets.where('organizationId', member.organizationId)
      const name = secret ? await decryptText(key, secret.key) : null
      return { organization: from.organizations.get(member.organizationId)?.name, name }
    }),
  )
}

describe('personas', () => {
  it.each(personas)('$name opens with the printed password what the role says', async (persona) => {
    const opened = await signIn(db, persona.email, persona.password)
    const names = opened.map(({ organization }) => organization)
    const expected = persona.id === 'toConfirm' || persona.organization === null ? [] : [persona.organization]
    if (persona.id === 'twoOrganizations') expected.push('Tidewater')
    expect(names).toEqual(expected)
    for (const { organization, name } of opened) {
      if (organization !== 'Fairlead') expect(name).toMatch(/^[A-Z_]+$/)
    }
  })

  it('are each described once, with their own address', () => {
    expect(new Set(personas.map(({ email }) => email)).size).toBe(personas.length)
    expect(personas[0]?.id).toBe('owner')
    for (const { password } of personas) expect(password.length).toBeGreaterThanOrEqual(14)
  })

  it('stand in the tables with the second factor that they are there for', () => {
    const factors = personas.map(({ id, email }) => {
      const [user] = db.users.where('email', email)
      return [id, user?.totpSecret !== null, user?.emailTwoFactor, user?.otherTwoFactor]
    })
    expect(factors.filter(([, app]) => app).map(([id]) => id)).toEqual(['authenticator'])
    expect(factors.filter(([, , mail]) => mail).map(([id]) => id)).toEqual(['emailCode'])
    expect(factors.find(([id]) => id === 'passkeyOnly')?.[3]).toEqual([2, 7])
  })
})

describe('the other seeds', () => {
  it('let their owners in', async () => {
    const empty = new Db(await seeds.empty({ now }))
    expect(await signIn(empty, emptyOwner.salt, emptyOwner.password)).toEqual([
      { organization: 'Newhaven', name: null },
    ])
    const large = new Db(await seeds.large({ now, secrets: 0, members: 20, events: 0 }))
    expect(await signIn(large, largeOwner.salt, largeOwner.password)).toEqual([
      { organization: 'Longshore', name: null },
    ])
    const member = large.users.all()[5]
    const [opened] = await signIn(large, member?.email ?? '', largeCrew[0]?.password ?? '')
    expect(opened?.organization).toBe('Longshore')
  })
})
