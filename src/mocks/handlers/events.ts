import { eventPage } from '#/mocks/secrets-manager/event-pages'
import { notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { zeroGuid } from '#/mocks/http/net-types'
import { pathId } from '#/mocks/http/query'
import {
  allow,
  callerOf,
  canAccessEventLogs,
  canReadMachineAccount,
  canReadSecret,
  isAdmin,
  rightsIn,
} from '#/mocks/rules'
import { findLiveSecret } from '#/mocks/secrets-manager/secret-reads'
import type { EventRow, Id } from '#/mocks/store/tables'
import { machineAccountOf } from './service-accounts'

export const eventHandlers = {
  // No right on the event log is needed here, only on the machine account.
  machineAccountEventList: (c) => {
    const account = machineAccountOf(c, 'serviceAccountId')
    allow(canReadMachineAccount(rightsIn(c, account.organizationId), account.id))
    const log = c.db.eventsOf(account.organizationId)
    return { body: eventPage(c, { log, matches: concernsMachine(account.id) }) }
  },

  secretEventList: (c) => {
    const id = pathId(c, 'id')
    const secret = findLiveSecret(c, id)
    const organizationId = requireLog(c, secret)
    // Of a secret that is gone or in the trash there is nobody left to ask but owners and admins.
    if (secret) allow(canReadSecret(rightsIn(c, organizationId), secret))
    else allow(isAdmin(callerOf(c), organizationId))
    const matches = (row: EventRow) => row.secretId === id
    return { body: eventPage(c, { log: c.db.eventsOf(organizationId), matches, isEndless: true }) }
  },

  projectEventList: (c) => {
    const id = pathId(c, 'id')
    const organizationId = requireLog(c, c.db.projects.get(id))
    const matches = (row: EventRow) => row.projectId === id
    return { body: eventPage(c, { log: c.db.eventsOf(organizationId), matches, isEndless: true }) }
  },

  machineAccountEventListByOrganization: (c) => {
    const id = pathId(c, 'id')
    const organizationId = requireLog(c, c.db.serviceAccounts.get(id))
    return { body: eventPage(c, { log: c.db.eventsOf(organizationId), matches: concernsMachine(id) }) }
  },

  organizationEventList: (c) => {
    const organizationId = pathId(c, 'id')
    allow(canAccessEventLogs(callerOf(c), organizationId))
    return { body: eventPage(c, { log: c.db.eventsOf(organizationId) }) }
  },

  // By who acted: the member's secrets and projects stand in another column and are missing.
  memberEventList: (c) => {
    const member = c.db.members.get(pathId(c, 'id'))
    if (!member?.userId) throw notFound()
    const { organizationId, userId } = member
    allow(canAccessEventLogs(callerOf(c), organizationId))
    const matches = (row: EventRow) => row.actingUserId === userId
    return { body: eventPage(c, { log: c.db.eventsOf(organizationId), matches }) }
  },

  ownEventList: (c) => ({ body: eventPage(c, { log: c.db.ownEventsOf(callerOf(c).userId ?? '') }) }),
} satisfies Partial<Handlers>

/** Rows where the account acted, and rows where something was done to it. */
const concernsMachine = (id: Id) => (row: EventRow) =>
  row.serviceAccountId === id || row.grantedServiceAccountId === id

/** The organization of the object counts; the one in the path only when the object is gone. */
function requireLog(c: Context, target: { organizationId: Id } | undefined): Id {
  const organizationId = target?.organizationId ?? pathId(c, 'orgId')
  allow(pathId(c, 'id') !== zeroGuid)
  allow(canAccessEventLogs(callerOf(c), organizationId))
  return organizationId
}
