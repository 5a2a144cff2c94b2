import { badRequest, notFound } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import type { Id, OrganizationRow } from '#/mocks/store/tables'

const FREE_PLAN = 0
const FREE_PROJECTS = 3
const FREE_MACHINE_ACCOUNTS = 3

function organizationOf(context: Context, id: Id): OrganizationRow {
  const organization = context.db.organizations.get(id)
  if (!organization) throw notFound()
  return organization
}

/** Only the Free plan in the cloud counts projects. */
export function requireProjectsAllowed(
  context: Context,
  organizationId: Id,
  added: number,
  act: 'create' | 'import',
): void {
  const { db } = context
  if (db.meta.selfHosted || organizationOf(context, organizationId).planType !== FREE_PLAN) return
  if (db.projects.count('organizationId', organizationId) + added <= FREE_PROJECTS) return
  throw badRequest(
    act === 'create'
      ? `You have reached the maximum number of projects (${FREE_PROJECTS}) for this plan.`
      : `The maximum number of projects for this plan is (${FREE_PROJECTS}).`,
  )
}

/** One more machine account: in a free slot, else by autoscaling the subscription, which self-hosted servers cannot. */
export function takeMachineAccountSlot(context: Context, organizationId: Id): void {
  const { db } = context
  const organization = organizationOf(context, organizationId)
  const limit = organization.smServiceAccounts
  if (!organization.flags.useSecretsManager) throw notFound()
  if (limit === null || db.serviceAccounts.count('organizationId', organizationId) < limit) return
  if (db.meta.selfHosted) throw badRequest('Cannot autoscale on a self-hosted instance.')
  if (organization.planType === FREE_PLAN) {
    throw badRequest(
      `You have reached the maximum number of machine accounts (${FREE_MACHINE_ACCOUNTS}) for this plan.`,
    )
  }
  const ceiling = organization.maxAutoscaleSmServiceAccounts
  if (ceiling !== null && limit >= ceiling) {
    throw badRequest('Secrets Manager machine account limit has been reached.')
  }
  db.organizations.update(organizationId, { smServiceAccounts: limit + 1 })
}
