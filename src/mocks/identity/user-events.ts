import type { Context } from '#/mocks/handler'
import type { UserRow } from '#/mocks/store/tables'

export const LOGGED_IN = 1000
export const FAILED_LOG_IN = 1005
export const FAILED_SECOND_FACTOR = 1006

/** One row for the person, and one in the log of each organization that keeps one. */
export function writeUserEvent(context: Context, user: UserRow, type: number, deviceType?: number): void {
  const { db } = context
  const logs = db.members
    .where('userId', user.id)
    .filter((member) => member.status === 2)
    .map((member) => db.organizations.get(member.organizationId))
    .filter((organization) => organization?.enabled && organization.flags.useEvents)
  const date = context.now()
  const device = context.deviceType ?? deviceType
  for (const organizationId of [null, ...logs.map((organization) => organization?.id ?? null)]) {
    db.addEvent({
      id: db.newId(),
      date,
      type,
      organizationId,
      userId: user.id,
      actingUserId: user.id,
      ...(device === undefined ? {} : { deviceType: device }),
      ipAddress: context.ip,
    })
  }
}
