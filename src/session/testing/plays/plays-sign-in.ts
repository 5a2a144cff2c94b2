import { sha256 } from '#/crypto/hash'
import type { ActId } from '#/domain/coverage/traces'
import { toBase64, utf8Encode } from '#/lib/bytes'
import { sealed } from '#/mocks/testing/harness'
import { testServer } from '#/mocks/testing/test-server'
import { openWorld, OWNER } from '#/session/testing/world'

type Server = Awaited<ReturnType<typeof testServer>>

const day = '2026-01-01T00:00:00.0000000Z'
const SECRET = 'secret of the token'
const MACHINE = '0c000000-0000-4000-8000-000000000001'
const TOKEN = '0d000000-0000-4000-8000-000000000001'

const organizationOf = ({ db }: Server): string => db.organizations.all()[0]?.id ?? ''

/** Codes that the act writes into the log of the organization. */
async function rowsOf(
  act: (server: Server) => Promise<{ status: number }[]>,
  status = 200,
): Promise<number[]> {
  const server = await testServer({ switches: { wrongPasswordDelay: 0 } })
  const organizationId = organizationOf(server)
  const before = server.db.eventsOf(organizationId).length
  const answers = await act(server)
  const other = answers.filter((answer) => answer.status !== status)
  if (other.length > 0) throw new Error(`Answered ${other.map((answer) => answer.status).join(', ')}.`)
  return server.db
    .eventsOf(organizationId)
    .slice(before)
    .map(({ type }) => type)
}

const withKey = (client_id: string, client_secret: string, scope: string) => ({
  ...{ grant_type: 'client_credentials', client_id, client_secret, scope },
})

async function addToken(server: Server) {
  const dates = { creationDate: day, revisionDate: day }
  server.db.serviceAccounts.put({ id: MACHINE, organizationId: organizationOf(server), name: 'm', ...dates })
  const clientSecretHash = toBase64(await sha256(utf8Encode(SECRET)))
  const texts = {
    name: 't',
    clientSecretHash,
    encryptedPayload: sealed('p'),
    key: sealed('k'),
    expireAt: null,
  }
  server.db.accessTokens.put({ id: TOKEN, serviceAccountId: MACHINE, ...texts, ...dates })
}

const asMachine = () =>
  rowsOf(async (server) => {
    await addToken(server)
    return [await server.postForm(withKey(TOKEN, SECRET, 'api.secrets'))]
  })

/** Signing in, and what no request goes out for that a log could tell: by the server's own door, and by the console. */
export const SIGNING: Partial<Record<ActId, () => Promise<number[]>>> = {
  signIn: () => rowsOf(async (server) => [await server.signIn()]),
  failSignIn: () =>
    rowsOf(async (server) => {
      const wrongPassword = await server.signIn({ password: 'wrong' })
      server.db.users.put({ ...server.owner(), totpSecret: 'JBSWY3DPEHPK3PXP' })
      const wrongCode = await server.signIn({ twoFactorProvider: '0', twoFactorToken: '000000' })
      return [wrongPassword, wrongCode]
    }, 400),
  useToken: asMachine,
  signInMachine: asMachine,
  signInOrganization: () =>
    rowsOf(async (server) => {
      const id = organizationOf(server)
      const apiKeys = [{ id: TOKEN, type: 0 as const, apiKey: 'the key', revisionDate: day }]
      server.db.organizations.update(id, {
        apiKeys,
        flags: { ...server.db.organizations.get(id)?.flags, useApi: true },
      })
      return [await server.postForm(withKey(`organization.${id}`, 'the key', 'api.organization'))]
    }),
  lockConsole: async () => {
    const { page, tamper } = await openWorld()
    const count = async () => {
      let rows: number[] = []
      await tamper(({ events }) => (rows = events.map(({ type }) => type)))
      return rows
    }
    const before = await count()
    await page.call('lock', null)
    await page.call('unlock', { password: OWNER.password })
    await page.call('lock', null)
    await page.call('signOut', null)
    if (page.state?.phase !== 'out') throw new Error('It is not signed out.')
    return (await count()).slice(before.length)
  },
}
