import type { EventRow } from '#/mocks/store/tables'
import { memberId, userId } from '#/mocks/seed/people'
import type { PersonaId } from '#/mocks/seed/personas'
import { idFor } from '#/mocks/seed/random'
import type { MachineName } from './names'

/** People of the stories: all who can sign in, and one who has left and is only known to the log. */
export type Person = PersonaId | 'leaver'

/** Who acts: a person, or a machine account by `@name`. `@legacy-rotator` was deleted. */
export type Actor = Person | `@${MachineName}` | '@legacy-rotator'

/** Days since somebody who is gone could act for the last time. */
export const leftAgo: Partial<Record<Actor, number>> = { leaver: 24, '@legacy-rotator': 40 }

export const machineId = (name: string): string => idFor(`machine/${name}`)

const isMachine = (actor: Actor): actor is Extract<Actor, `@${string}`> => actor.startsWith('@')

/** What a version row keeps of its editor: a deleted editor leaves nothing. */
export function editorOf(actor: Actor): {
  editorServiceAccountId: string | null
  editorOrganizationUserId: string | null
} {
  const isGone = leftAgo[actor] !== undefined
  const machine = isMachine(actor) && !isGone ? machineId(actor.slice(1)) : null
  const member = isMachine(actor) || isGone ? null : memberId('harbourline', actor)
  return { editorServiceAccountId: machine, editorOrganizationUserId: member }
}

type Origin = Required<Pick<EventRow, 'deviceType' | 'ipAddress'>>

const CHROME = 9
const SDK = 21

const people: Partial<Record<Person, Origin>> = {
  owner: { deviceType: CHROME, ipAddress: '192.0.2.18' },
  secondOwner: { deviceType: 10, ipAddress: '192.0.2.77' },
  admin: { deviceType: CHROME, ipAddress: '192.0.2.31' },
  argonAdmin: { deviceType: 10, ipAddress: '192.0.2.64' },
  adminWithoutSm: { deviceType: 12, ipAddress: '192.0.2.45' },
  auditor: { deviceType: CHROME, ipAddress: '192.0.2.90' },
  reader: { deviceType: 17, ipAddress: '192.0.2.58' },
  groupWriter: { deviceType: CHROME, ipAddress: '192.0.2.44' },
  projectWriter: { deviceType: CHROME, ipAddress: '192.0.2.24' },
  twoOrganizations: { deviceType: 17, ipAddress: '2001:db8:4::19' },
  oneSecret: { deviceType: 26, ipAddress: '192.0.2.71' },
  authenticator: { deviceType: CHROME, ipAddress: '192.0.2.52' },
  emailCode: { deviceType: 18, ipAddress: '198.51.100.61' },
  leaver: { deviceType: 10, ipAddress: '192.0.2.36' },
}

const machines: Partial<Record<Actor, string>> = {
  '@payments-api': '203.0.113.41',
  '@ledger-batch': '203.0.113.41',
  '@warehouse-loader': '203.0.113.41',
  '@edge-proxy': '2001:db8:9::7',
  '@partner-sync': '203.0.113.88',
}

export function originOf(actor: Actor): Origin {
  if (isMachine(actor)) return { deviceType: SDK, ipAddress: machines[actor] ?? '203.0.113.40' }
  return people[actor] ?? { deviceType: CHROME, ipAddress: '192.0.2.100' }
}

/** The fields by which rows of secrets and projects name who acted: a person is in `userId`. */
export const actedBy = (actor: Actor): Pick<EventRow, 'userId' | 'serviceAccountId'> =>
  isMachine(actor) ? { serviceAccountId: machineId(actor.slice(1)) } : { userId: userId(actor) }
