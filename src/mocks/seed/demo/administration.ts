import { MINUTE } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { memberId, userId } from '#/mocks/seed/people'
import { idFor } from '#/mocks/seed/random'
import type { EventRow } from '#/mocks/store/tables'
import { GROUP_SYNCED, groupId, projectId } from './access'
import { machineId, originOf } from './cast'
import type { Person } from './cast'
import { projectEntry } from './log'
import type { LogEntry } from './log'
import { machines } from './machines'
import { INVITED } from './members'
import { DELETED_PROJECT } from './names'
import { projects } from './projects'
import { collectionId, policies, policyId } from './vault'

const SCIM = 1
const DOMAIN_CHECK = 2
const PUBLIC_API = 3
const PORTAL = 5
const SERVER = 22

/** A row that names the person who acted in `actingUserId`, as all but secrets and projects do. */
const done = (at: number, type: number, by: Person, fields: Partial<EventRow>): LogEntry => ({
  at,
  type,
  actingUserId: userId(by),
  ...originOf(by),
  ...fields,
})

const bySystem = (at: number, type: number, systemUser: number, fields: Partial<EventRow>): LogEntry => ({
  at,
  type,
  systemUser,
  deviceType: SERVER,
  ...fields,
})

const NAMED_AS_SYSTEM = [1500, 1511, 1512]

/** A program with the organization's API key: three kinds of act name the system, the others nobody. */
const byKey = (at: number, type: number, ipAddress: string, fields: Partial<EventRow>): LogEntry => ({
  at,
  type,
  ipAddress,
  ...(NAMED_AS_SYSTEM.includes(type) && { systemUser: PUBLIC_API }),
  ...fields,
})

const member = (slug: string): Partial<EventRow> => ({ organizationUserId: memberId('harbourline', slug) })
const memberWithUser = (slug: string): Partial<EventRow> => ({ ...member(slug), userId: userId(slug) })
const unknown = (what: string): string => idFor(`gone/${what}`)

function memberRows(moments: Moments): LogEntry[] {
  const day = (days: number, time: string) => moments.workday(days, time)
  return [
    done(day(9, '14:28'), 1500, 'secondOwner', member(INVITED.slug)),
    done(day(12, '10:02'), 1500, 'secondOwner', member('toConfirm')),
    done(day(14, '09:10'), 1500, 'secondOwner', member('nothing')),
    done(day(13, '11:36'), 1501, 'secondOwner', memberWithUser('nothing')),
    done(moments.ago(24, '16:50'), 1503, 'admin', memberWithUser('leaver')),
    done(day(31, '11:05'), 1511, 'admin', memberWithUser('revoked')),
    done(day(64, '11:05'), 1502, 'owner', memberWithUser('adminWithoutSm')),
    done(day(77, '11:05'), 1502, 'owner', memberWithUser('auditor')),
    done(day(52, '09:44'), 1504, 'admin', memberWithUser('oneSecret')),
    done(day(46, '13:09'), 1511, 'secondOwner', memberWithUser('emailCode')),
    done(day(46, '13:31'), 1512, 'secondOwner', memberWithUser('emailCode')),
    bySystem(moments.ago(58, '06:00'), 1504, SCIM, memberWithUser('projectWriter')),
    bySystem(moments.ago(58, '06:00'), 1401, SCIM, { groupId: groupId('Data platform') }),
    bySystem(moments.ago(83, '06:00'), 1500, SCIM, { organizationUserId: unknown('scim member') }),
    bySystem(moments.ago(50, '06:00'), 1503, SCIM, { organizationUserId: unknown('scim member') }),
    {
      ...bySystem(moments.ago(35, '22:15'), 1500, PUBLIC_API, { organizationUserId: unknown('api member') }),
      deviceType: 9,
    },
    {
      ...bySystem(moments.ago(34, '22:15'), 1511, PUBLIC_API, { organizationUserId: unknown('api member') }),
      deviceType: 9,
    },
  ]
}

function vaultRows(moments: Moments): LogEntry[] {
  const day = (days: number, time: string) => moments.workday(days, time)
  const cipherId = unknown('vault item')
  return [
    done(day(80, '15:30'), 1400, 'adminWithoutSm', { groupId: groupId('Support tier 2') }),
    done(day(79, '15:35'), 1402, 'adminWithoutSm', { groupId: unknown('group') }),
    done(day(45, '10:55'), 1301, 'owner', { collectionId: collectionId('Finance/Banks') }),
    done(day(29, '10:20'), 1300, 'admin', { collectionId: unknown('collection') }),
    done(day(28, '17:01'), 1302, 'admin', { collectionId: unknown('collection') }),
    done(day(12, '10:03'), 1301, 'secondOwner', { collectionId: collectionId('Vendors/Hosting') }),
    done(day(62, '14:12'), 1100, 'adminWithoutSm', { cipherId }),
    done(day(40, '09:52'), 1107, 'reader', { cipherId }),
    done(day(40, '09:53'), 1111, 'reader', { cipherId }),
    done(day(27, '17:04'), 1108, 'leaver', { cipherId }),
    done(day(26, '10:00'), 1115, 'adminWithoutSm', { cipherId }),
    ...policies
      .filter(({ saved }) => saved < 95)
      .map(({ type, saved }) => done(day(saved, '10:05'), 1700, 'secondOwner', { policyId: policyId(type) })),
  ]
}

function organizationRows(moments: Moments): LogEntry[] {
  const day = (days: number, time: string) => moments.workday(days, time)
  return [
    done(day(86, '09:20'), 1600, 'owner', {}),
    done(day(85, '09:24'), 1610, 'owner', {}),
    done(day(55, '18:20'), 1602, 'owner', {}),
    done(day(73, '13:00'), 2000, 'secondOwner', { domainName: 'harbourline.example' }),
    bySystem(moments.ago(72, '02:00'), 2003, DOMAIN_CHECK, { domainName: 'harbourline.example' }),
    bySystem(moments.ago(71, '02:00'), 2002, DOMAIN_CHECK, { domainName: 'harbourline.example' }),
    bySystem(moments.ago(48, '16:00'), 1622, PORTAL, {}),
    // Codes of servers newer than this console's table, and one that no server has.
    done(day(19, '11:11'), 1631, 'owner', {}),
    done(day(7, '14:12'), 2999, 'admin', {}),
  ]
}

/** Creating a machine account writes that its creator may use it first, with membership ids in both places. */
function machineRows(moments: Moments): LogEntry[] {
  const born = Object.entries(machines).flatMap(([name, { by, created }]) => {
    const at = moments.workday(created, '11:00')
    const grantedServiceAccountId = machineId(name)
    const creator = memberId('harbourline', by)
    return [
      done(at + 6, 2300, by, { grantedServiceAccountId, actingUserId: creator, userId: creator }),
      done(at + 11, 2304, by, { grantedServiceAccountId }),
    ]
  })
  const day = (days: number, time: string) => moments.workday(days, time)
  const operator = { grantedServiceAccountId: machineId('k8s-prod-operator') }
  return [
    ...born,
    done(day(60, '10:10'), 2302, 'admin', { ...operator, groupId: groupId('Platform on-call') }),
    done(day(61, '10:08'), 2301, 'admin', { ...operator, userId: memberId('harbourline', 'leaver') }),
    done(day(53, '15:00'), 2300, 'owner', {
      grantedServiceAccountId: machineId('ci-rotate'),
      userId: memberId('harbourline', 'projectWriter'),
    }),
    done(moments.ago(39, '10:30'), 2305, 'admin', { grantedServiceAccountId: machineId('legacy-rotator') }),
  ]
}

function projectRows(moments: Moments): LogEntry[] {
  const born = Object.entries(projects).map(([name, { by, created }]) =>
    projectEntry(moments.workday(created, '10:00') + 5, 2201, by, projectId(name)),
  )
  const renamed = Object.entries(projects).flatMap(([name, { by, renamed: days }]) =>
    days === undefined ? [] : [projectEntry(moments.workday(days, '15:40') + 5, 2202, by, projectId(name))],
  )
  const kiosk = projectId(DELETED_PROJECT)
  return [
    ...born,
    ...renamed,
    projectEntry(moments.ago(21, '15:19'), 2200, 'admin', kiosk),
    projectEntry(moments.ago(21, '15:20') + 20, 2203, 'admin', kiosk),
  ]
}

/** Two programs hold the key: the nightly directory sync, and the office's script for people who start. */
function keyRows(moments: Moments): LogEntry[] {
  const [sync, starters] = ['198.51.100.24', '203.0.113.88']
  const data = { groupId: groupId('Data platform') }
  const trainee = { organizationUserId: unknown('trainee') }
  return [
    byKey(moments.ago(27, '02:10'), 1504, sync, memberWithUser('projectWriter')),
    byKey(moments.ago(19, '02:10'), 1401, sync, data),
    byKey(moments.workday(16, '07:55'), 1500, starters, trainee),
    byKey(moments.workday(16, '07:55') + 2_400, 1504, starters, trainee),
    byKey(moments.workday(13, '16:05'), 1503, starters, trainee),
    byKey(moments.ago(GROUP_SYNCED, '02:10'), 1401, sync, data),
  ]
}

/** Everything in the log but secrets and signing in. */
export function administration(moments: Moments): LogEntry[] {
  return [
    ...memberRows(moments),
    ...vaultRows(moments),
    ...organizationRows(moments),
    ...keyRows(moments),
    ...machineRows(moments),
    ...projectRows(moments),
  ].filter(({ at }) => at < moments.now - MINUTE)
}
