import { claimIds, emptyStatus, notFound, unhandled } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { randomText } from '#/mocks/identity/mail'
import { productTier } from '#/mocks/identity/profile'
import { allow, canManageGroups, isMember } from '#/mocks/rules'
import { toWireDate } from '#/mocks/store/stamp'
import type { MemberRow, OrganizationApiKey, OrganizationRow } from '#/mocks/store/tables'
import { callingUser, demandProof } from '#/mocks/identity/verification'
import { listAnswer } from '#/mocks/secrets-manager/wire'

const SCIM = 2

/** Owners see the keys; that of SCIM also admins and those who may manage it. */
function demandKeyRight({ caller, params }: Context, type: number): void {
  const claims = type === SCIM ? ['orgowner', 'orgadmin', 'managescim'] : ['orgowner']
  const isAllowed = caller && claims.some((claim) => claimIds(caller.claims, claim).includes(params.id ?? ''))
  if (!isAllowed) throw notFound()
}

function organizationOf({ db, params }: Context): OrganizationRow {
  const organization = db.organizations.get(params.id)
  if (!organization) throw notFound()
  return organization
}

function putKey(
  context: Context,
  organization: OrganizationRow,
  key: OrganizationApiKey,
): OrganizationApiKey {
  const others = organization.apiKeys.filter((other) => other.type !== key.type)
  context.db.organizations.put({ ...organization, apiKeys: [...others, key] })
  return key
}

const freshKey = (context: Context, type: number, id = context.db.newId()): OrganizationApiKey => ({
  id,
  type,
  apiKey: randomText(context, 30),
  revisionDate: context.now(),
})

/** The key of the type asked for is made on the way, before the password is looked at. */
async function apiKey(context: Context, isRotation: boolean) {
  const { type } = context.body as { type: number }
  demandKeyRight(context, type)
  const organization = organizationOf(context)
  if (type < 0 || type > SCIM) throw unhandled()
  if (type !== 0 && ![2, 3].includes(productTier(organization))) throw notFound()
  const held =
    organization.apiKeys.find((key) => key.type === type) ??
    putKey(context, organization, freshKey(context, type))
  await demandProof(context, callingUser(context), 'MasterPasswordHash')
  const key = isRotation ? putKey(context, organizationOf(context), freshKey(context, type, held.id)) : held
  return { body: { apiKey: key.apiKey, revisionDate: toWireDate(key.revisionDate), object: 'apiKey' } }
}

function keyInformation(context: Context, type?: number) {
  demandKeyRight(context, type ?? 0)
  const keys = organizationOf(context).apiKeys.filter((key) => type === undefined || key.type === type)
  const rows = keys.map((key) => ({
    keyType: key.type,
    revisionDate: toWireDate(key.revisionDate),
    object: 'keyInformation',
  }))
  return { body: listAnswer(rows) }
}

function miniRow({ db }: Context, member: MemberRow) {
  const user = db.users.get(member.userId)
  return {
    id: member.id,
    userId: member.userId,
    type: member.type,
    status: member.status,
    name: user?.name ?? null,
    email: user?.email ?? member.email,
    object: 'organizationUserUserMiniDetails',
  }
}

export const organizationHandlers: Pick<
  Handlers,
  | 'organizationPublicKey'
  | 'organizationApiKeyView'
  | 'organizationApiKeyRotate'
  | 'organizationApiKeyInformation'
  | 'organizationApiKeyInformationByType'
  | 'memberMiniList'
  | 'groupMemberList'
> = {
  organizationPublicKey: (context) => ({
    body: { publicKey: organizationOf(context).publicKey, object: 'organizationPublicKey' },
  }),
  organizationApiKeyView: (context) => apiKey(context, false),
  organizationApiKeyRotate: (context) => apiKey(context, true),
  organizationApiKeyInformation: (context) => keyInformation(context),
  organizationApiKeyInformationByType: (context) => keyInformation(context, Number(context.params.type)),
  memberMiniList: (context) => {
    const { db, caller, params } = context
    const organizationId = params.orgId ?? ''
    // The role requirement, not the action, refuses: hence 403 and no body.
    if (!caller || !isMember(caller, organizationId)) throw emptyStatus(403)
    const members = db.members.where('organizationId', organizationId)
    return { body: listAnswer(members.map((member) => miniRow(context, member))) }
  },
  groupMemberList: (context) => {
    const { db, caller, params } = context
    const organizationId = params.orgId ?? ''
    if (!caller || !canManageGroups(caller, organizationId)) throw emptyStatus(403)
    const group = db.groups.get(params.id)
    allow(group?.organizationId === organizationId)
    return { body: group?.memberIds ?? [] }
  },
}
