import { badRequest, claimIds, emptyStatus, notFound, ServerError } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import { membershipsOf } from '#/mocks/identity/profile'
import { callingUser } from '#/mocks/identity/verification'
import { holds } from '#/mocks/organization-rules'
import { organizationAnswer, setCollectionRules, updateOrganization } from '#/mocks/organization/organization'
import { callerOf, isAdmin } from '#/mocks/rules'
import { listAnswer } from '#/mocks/secrets-manager/wire'
import type { OrganizationRow } from '#/mocks/store/tables'

const isOwner = (c: Context): boolean => claimIds(callerOf(c).claims, 'orgowner').includes(pathId(c, 'id'))

/** The organization of the path, for its owners; `refusal` is what others get. */
function ownedOrganization(c: Context, refusal: () => ServerError = notFound): OrganizationRow {
  const row = c.db.organizations.get(pathId(c, 'id'))
  if (!row || !isOwner(c)) throw refusal()
  return row
}

export const organizationFactHandlers = {
  organizationList: (c) => ({ body: listAnswer(membershipsOf(c.db, callingUser(c), [2])) }),
  organizationGet: (c) => ({ body: organizationAnswer(ownedOrganization(c)) }),
  organizationUpdate: (c) => {
    const row = ownedOrganization(c, () => emptyStatus(401))
    const input = c.body as { name: string | null; billingEmail: string | null }
    return { body: organizationAnswer(updateOrganization(c, row, input)) }
  },
  organizationCollectionManagement: (c) => ({
    body: organizationAnswer(setCollectionRules(c, ownedOrganization(c), c.body as Record<string, boolean>)),
  }),
  organizationKeysGet: (c) => {
    const row = c.db.organizations.get(pathId(c, 'id'))
    if (!row) throw notFound()
    return { body: { publicKey: row.publicKey, object: 'organizationPublicKey' } }
  },
  organizationKeysPost: (c) => {
    const id = pathId(c, 'id')
    const caller = callerOf(c)
    if (!isAdmin(caller, id) && !holds(caller, id, 'manageresetpassword'))
      throw new ServerError(401, 'Unauthorized.')
    const row = c.db.organizations.get(id)
    if (!row) throw notFound()
    if (row.publicKey !== null && row.privateKey !== null)
      throw badRequest('Organization Keys already exist.')
    const { publicKey, encryptedPrivateKey } = c.body as {
      publicKey: string
      encryptedPrivateKey: string
    }
    c.db.organizations.put({ ...row, publicKey, privateKey: encryptedPrivateKey })
    return { body: { publicKey, privateKey: encryptedPrivateKey, object: 'organizationKeys' } }
  },
} satisfies Partial<Handlers>
