import type { Caller, Context } from '#/mocks/handler'
import type { EventRow, Id } from '#/mocks/store/tables'

type EventFields = Partial<Omit<EventRow, 'id' | 'date' | 'type' | 'organizationId'>>

const isSecretOrProject = (type: number): boolean => type >= 2100 && type < 2300

/** Secret and project rows name a person in `userId`; all others in `actingUserId`. A machine is always itself. */
function actorOf(caller: Caller | null, type: number): EventFields {
  if (caller?.kind === 'machine' && caller.serviceAccountId)
    return { serviceAccountId: caller.serviceAccountId }
  if (!caller?.userId) return {}
  return isSecretOrProject(type) ? { userId: caller.userId } : { actingUserId: caller.userId }
}

/**
 * Adds a row to the log of an organization, if that is enabled and keeps one. `fields` wins over the
 * actor that the caller would give.
 */
export function writeEvent(context: Context, organizationId: Id, type: number, fields: EventFields): void {
  const { db, caller } = context
  const organization = db.organizations.get(organizationId)
  if (!organization?.enabled || !organization.flags.useEvents) return
  // Requests with an organization's API key leave no Secrets Manager rows.
  if (caller?.kind === 'organization' && type >= 2100 && type < 2400) return
  db.addEvent({
    id: db.newId(),
    date: context.now(),
    type,
    organizationId,
    ...actorOf(caller, type),
    ...(context.deviceType === undefined ? {} : { deviceType: context.deviceType }),
    ipAddress: context.ip,
    ...fields,
  })
}
