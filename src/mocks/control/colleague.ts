import { encryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import type { Context } from '#/mocks/handler'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { addVersion } from '#/mocks/secrets-manager/versions'
import type { MemberRow, SecretRow } from '#/mocks/store/tables'

const EDITED = 2102

/** Another confirmed member who could have done it: an owner or admin before anyone else. */
function colleagueOf({ db, caller }: Context, organizationId: string): MemberRow | undefined {
  return db.members
    .where('organizationId', organizationId)
    .filter((member) => member.status === 2 && member.userId !== null && member.userId !== caller?.userId)
    .toSorted((a, b) => a.type - b.type)[0]
}

/** The organization's key out of the seed: only seeds whose keys are known can be written to. */
async function keyOf({ db }: Context, organizationId: string) {
  const [{ organizationKeys }, { organizationSlugs }] = await Promise.all([
    import('#/mocks/seed/keys'),
    import('#/mocks/seed/accounts'),
  ])
  const publicKey = db.organizations.get(organizationId)?.publicKey
  const slug = organizationSlugs.find((name) => organizationKeys(name).publicKey === publicKey)
  const bytes = slug && fromBase64(organizationKeys(slug).key)
  return bytes ? importSymmetricKey(bytes) : null
}

/** Saves a new value over a secret as somebody else would: sealed, with its version and its event. */
export async function colleagueSaves(context: Context, secret: SecretRow, value: string): Promise<void> {
  const { db } = context
  const member = colleagueOf(context, secret.organizationId)
  const key = await keyOf(context, secret.organizationId)
  if (!member?.userId || !key) return
  const sealed = await encryptText(key, value)
  const revisionDate = context.now()
  addVersion(db, secret, sealed, revisionDate, {
    editorServiceAccountId: null,
    editorOrganizationUserId: member.id,
  })
  db.secrets.put({ ...secret, value: sealed, revisionDate })
  const elsewhere: Context = { ...context, caller: null, deviceType: undefined, ip: '192.0.2.44' }
  writeEvent(elsewhere, secret.organizationId, EDITED, { userId: member.userId, secretId: secret.id })
}
