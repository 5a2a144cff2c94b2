import { badRequest } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { providersOf } from '#/mocks/identity/second-factor'
import { writeEvent } from '#/mocks/secrets-manager/events'
import type { Id, MemberRow, PolicyRow } from '#/mocks/store/tables'
import { checkDependencies, checkPolicyData } from './policy-checks'
import type { PolicyData } from './policy-checks'

const SAVED = 1700
const TWO_FACTOR = { type: 0, event: 1520, reason: 2 }
const SINGLE_ORGANIZATION = { type: 3, event: 1521, reason: 4 }
const CONFIRM_AUTOMATICALLY = 18
const CLAIMED_DOMAINS = 19

export interface PolicyInput {
  enabled: boolean
  data: PolicyData
}

export const policyOf = ({ db }: Context, organizationId: Id, type: number): PolicyRow | undefined =>
  db.policies.where('organizationId', organizationId).find((row) => row.type === type)

function put(c: Context, organizationId: Id, type: number, { enabled, data }: PolicyInput): PolicyRow {
  const before = policyOf(c, organizationId, type)
  const date = c.now()
  return c.db.policies.put({
    id: before?.id ?? c.db.newId(),
    organizationId,
    type,
    data: data && Object.keys(data).length > 0 ? data : null,
    enabled,
    creationDate: before?.creationDate ?? date,
    revisionDate: date,
  })
}

/** Saves and does what turning it on does to members. An event is written even where nothing changed. */
export function savePolicy(c: Context, organizationId: Id, type: number, input: PolicyInput): PolicyRow {
  if (!c.db.organizations.get(organizationId)?.flags.usePolicies)
    throw badRequest('This organization cannot use policies.')
  checkPolicyData(type, input.enabled, input.data)
  const wasOn = policyOf(c, organizationId, type)?.enabled ?? false
  if (wasOn !== input.enabled) {
    checkDependencies(type, input.enabled, (other) => policyOf(c, organizationId, other)?.enabled ?? false)
    if (input.enabled) turnOn(c, organizationId, type)
  }
  const row = put(c, organizationId, type, input)
  keepSendsInStep(c, organizationId, type)
  writeEvent(c, organizationId, SAVED, { policyId: row.id })
  return row
}

/** Owners and admins are exempt; who is only invited is judged when accepting. */
const judged = ({ db, caller }: Context, organizationId: Id): MemberRow[] =>
  db.members
    .where('organizationId', organizationId)
    .filter(
      ({ type, status, userId }) =>
        type >= 2 && (status === 1 || status === 2) && userId !== (caller?.userId ?? ''),
    )

const isElsewhere = ({ db }: Context, { userId, organizationId }: MemberRow): boolean =>
  db.members
    .where('userId', userId)
    .some((other) => other.organizationId !== organizationId && (other.status === 1 || other.status === 2))

function turnOn(c: Context, organizationId: Id, type: number): void {
  const members = judged(c, organizationId)
  if (type === TWO_FACTOR.type) {
    const bare = members.filter(({ userId }) => {
      const user = c.db.users.get(userId)
      return user !== undefined && providersOf(user).length === 0
    })
    if (bare.some(({ userId }) => c.db.users.get(userId)?.masterPasswordHash === null)) {
      throw badRequest(
        'Policy could not be enabled. Non-compliant members will lose access to their accounts. Identify members without two-step login from the policies column in the members page.',
      )
    }
    revoke(c, bare, TWO_FACTOR)
  }
  if (type === SINGLE_ORGANIZATION.type)
    revoke(
      c,
      members.filter((member) => isElsewhere(c, member)),
      SINGLE_ORGANIZATION,
    )
  if (type === CONFIRM_AUTOMATICALLY && members.some((member) => isElsewhere(c, member)))
    throw badRequest('All organization users must be compliant with the Single organization policy before.')
  if (type === CLAIMED_DOMAINS) throw badRequest('You must claim at least one domain to turn on this policy')
}

function revoke(
  c: Context,
  members: readonly MemberRow[],
  { event, reason }: { event: number; reason: number },
): void {
  for (const member of members) {
    c.db.members.put({
      ...member,
      status: -1,
      statusBeforeRevoke: member.status === -1 ? null : member.status,
      revocationReason: reason,
      revisionDate: c.now(),
    })
    writeEvent(c, member.organizationId, event, {
      organizationUserId: member.id,
      ...(member.userId !== null && { userId: member.userId }),
    })
  }
}

export const noSendRules = {
  disableSend: false,
  disableHideEmail: false,
  whoCanAccess: null,
  allowedDomains: null,
  deletionHours: null,
  allowedSendTypes: null,
}

/** The two older policies on Sends and the merged one say the same, whichever is saved. */
function keepSendsInStep(c: Context, organizationId: Id, type: number): void {
  const merged = policyOf(c, organizationId, 21)
  if (type === 21 && merged) {
    const rules: Record<string, unknown> = { ...noSendRules, ...merged.data }
    const isHidden = rules.disableHideEmail === true
    put(c, organizationId, 6, { enabled: merged.enabled && rules.disableSend === true, data: null })
    put(c, organizationId, 7, {
      enabled: merged.enabled && isHidden,
      data: isHidden ? { disableHideEmail: true } : null,
    })
  }
  if (type !== 6 && type !== 7) return
  const disableSend = policyOf(c, organizationId, 6)?.enabled ?? false
  const options = policyOf(c, organizationId, 7)
  const disableHideEmail = (options?.enabled && options.data?.disableHideEmail === true) ?? false
  put(c, organizationId, 21, {
    enabled: disableSend || (options?.enabled ?? false),
    data: { ...noSendRules, ...merged?.data, disableSend, disableHideEmail },
  })
}
