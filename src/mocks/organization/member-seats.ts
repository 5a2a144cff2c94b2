import { badRequest, notFound } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import type { Id, OrganizationRow } from '#/mocks/store/tables'

/** Invited, accepted and confirmed members take a seat; revoked ones give it back. */
const occupied = ({ db }: Context, organizationId: Id, onlySecretsManager: boolean): number =>
  db.members
    .where('organizationId', organizationId)
    .filter(
      ({ status, accessSecretsManager }) => status >= 0 && (!onlySecretsManager || accessSecretsManager),
    ).length

function organizationOf({ db }: Context, id: Id): OrganizationRow {
  const organization = db.organizations.get(id)
  if (!organization) throw notFound()
  return organization
}

/** A cloud server buys seats up to its limit; a self-hosted one has what its licence says. */
export function takeSeats(context: Context, organizationId: Id, count: number): void {
  const organization = organizationOf(context, organizationId)
  const { seats, maxAutoscaleSeats } = organization
  if (seats === null || count === 0) return
  const wanted = occupied(context, organizationId, false) + count
  if (wanted <= seats) return
  if (context.db.meta.selfHosted)
    throw badRequest(
      context.caller?.kind === 'organization'
        ? 'Cannot auto scale self-host.'
        : 'Cannot autoscale on self-hosted instance.',
    )
  if (maxAutoscaleSeats !== null && wanted > maxAutoscaleSeats)
    throw badRequest('Seat limit has been reached.')
  context.db.organizations.update(organizationId, { seats: wanted })
}

/** `isInvitation`: there the self-hosted server fails to find the plan first, with a 404. */
export function takeSecretsManagerSeats(
  context: Context,
  organizationId: Id,
  count: number,
  isInvitation = false,
): void {
  const organization = organizationOf(context, organizationId)
  if (!organization.flags.useSecretsManager) throw badRequest('Organization does not use Secrets Manager')
  const { smSeats, maxAutoscaleSmSeats } = organization
  if (smSeats === null || count === 0) return
  const wanted = occupied(context, organizationId, true) + count
  if (wanted <= smSeats) return
  if (context.db.meta.selfHosted)
    throw isInvitation ? notFound() : badRequest('Cannot autoscale on a self-hosted instance.')
  if (maxAutoscaleSmSeats !== null && wanted > maxAutoscaleSmSeats)
    throw badRequest('Secrets Manager seat limit has been reached.')
  context.db.organizations.update(organizationId, { smSeats: wanted })
}
