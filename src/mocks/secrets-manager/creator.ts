import { notFound } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { applyPolicies } from './policy-set'
import type { PolicyWish } from '#/mocks/rules'
import type { Target } from './policy-set'
import { callerOf, ownMembership } from '#/mocks/rules'
import type { Id } from '#/mocks/store/tables'

/** Who creates a project or machine account gets Can read, write on it, admins too. Answers with the grantee. */
export function grantCreator(context: Context, organizationId: Id, target: Target): Id {
  const caller = callerOf(context)
  const isMachine = caller.kind === 'machine'
  const grantee = isMachine
    ? context.db.serviceAccounts.get(caller.serviceAccountId)
    : ownMembership(context.db, caller, organizationId)
  const granteeId = grantee?.id
  // A token may outlive whom it was made for. What the real server then says was never recorded.
  if (!granteeId) throw notFound()
  const granteeKind = isMachine ? 'serviceAccount' : 'member'
  const wish: PolicyWish = { granteeKind, granteeId, ...target, read: true, write: true }
  applyPolicies(context.db, { created: [wish], updated: [], deleted: [] })
  return granteeId
}
