import { notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import { demandRole, holds } from '#/mocks/organization-rules'
import { noSendRules, policyOf, savePolicy } from '#/mocks/organization/policies'
import type { PolicyInput } from '#/mocks/organization/policies'
import { callerOf, isAdmin, isMember } from '#/mocks/rules'
import { listAnswer } from '#/mocks/secrets-manager/wire'
import { toWireDate } from '#/mocks/store/stamp'
import type { PolicyRow } from '#/mocks/store/tables'

const MASTER_PASSWORD = 1
const SEND_CONTROLS = 21

const statusAnswer = (
  organizationId: string,
  { type, data, enabled }: Pick<PolicyRow, 'type' | 'data' | 'enabled'>,
) => ({ organizationId, type, data: data ?? {}, enabled, canToggleState: true, object: 'policy' })

const policyAnswer = ({ id, organizationId, type, data, enabled, revisionDate }: PolicyRow) => ({
  id,
  organizationId,
  type,
  data,
  enabled,
  revisionDate: toWireDate(revisionDate),
  object: 'policy',
})

/** MANAGE-POLICIES. */
function managed(c: Context): string {
  const organizationId = pathId(c, 'orgId')
  const caller = callerOf(c)
  demandRole(isAdmin(caller, organizationId) || holds(caller, organizationId, 'managepolicies'))
  return organizationId
}

export const policyHandlers = {
  policyList: (c) => {
    const organizationId = managed(c)
    const rows = c.db.policies.where('organizationId', organizationId)
    const hasSends = rows.some(({ type }) => type === SEND_CONTROLS)
    const sends = { type: SEND_CONTROLS, enabled: false, data: noSendRules }
    return {
      body: listAnswer(
        [...rows, ...(hasSends ? [] : [sends])].map((row) => statusAnswer(organizationId, row)),
      ),
    }
  },
  policyGet: (c) => {
    const organizationId = managed(c)
    const type = Number(c.params.type)
    const none = { type, enabled: false, data: type === SEND_CONTROLS ? noSendRules : null }
    return { body: statusAnswer(organizationId, policyOf(c, organizationId, type) ?? none) }
  },
  policyPut: (c) => {
    const organizationId = managed(c)
    const { policy } = c.body as { policy: PolicyInput }
    return { body: policyAnswer(savePolicy(c, organizationId, Number(c.params.type), policy)) }
  },
  policyMasterPasswordGet: (c) => {
    const organizationId = pathId(c, 'orgId')
    const row = policyOf(c, organizationId, MASTER_PASSWORD)
    if (!row?.enabled || !isMember(callerOf(c), organizationId)) throw notFound()
    return { body: policyAnswer(row) }
  },
} satisfies Partial<Handlers>
