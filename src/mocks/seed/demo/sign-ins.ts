import { diceFor } from '#/mocks/seed/random'
import { MINUTE } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { userId } from '#/mocks/seed/people'
import { leftAgo, originOf } from './cast'
import type { Person } from './cast'
import type { LogEntry } from './log'
import { LOG_DAYS } from './reads'

const SIGNED_IN = 1000
const WRONG_PASSWORD = 1005
const WRONG_CODE = 1006

/** A row about a person's own account: subject and actor are the same. */
const ownEntry = (at: number, type: number, person: Person, more: Partial<LogEntry> = {}): LogEntry => ({
  at,
  type,
  userId: userId(person),
  actingUserId: userId(person),
  ...originOf(person),
  ...more,
})

/** Chance of signing in on a working day. `withoutSm` uses the vault only; `nothing` is new. */
const chances: readonly [Person, number][] = [
  ['owner', 0.9],
  ['secondOwner', 0.6],
  ['admin', 0.95],
  ['argonAdmin', 0.6],
  ['adminWithoutSm', 0.5],
  ['auditor', 0.3],
  ['reader', 0.7],
  ['groupWriter', 0.95],
  ['projectWriter', 0.95],
  ['twoOrganizations', 0.7],
  ['oneSecret', 0.2],
  ['withoutSm', 0.5],
  ['authenticator', 0.8],
  ['emailCode', 0.4],
  ['leaver', 0.7],
]

function daysOf([person, chance]: readonly [Person, number], moments: Moments): LogEntry[] {
  const dice = diceFor(`signIn/${person}`)
  const left = leftAgo[person]
  const entries: LogEntry[] = []
  for (let day = LOG_DAYS; day >= (left === undefined ? 0 : left + 1); day -= 1) {
    if (moments.isWeekend(day) || !dice.chance(chance)) continue
    const at = moments.at(day, `7:${dice.between(10, 59)}`) + dice.below(80 * MINUTE)
    if (at > moments.now - MINUTE) continue
    if (dice.chance(0.03)) entries.push(ownEntry(at - 20_000, WRONG_PASSWORD, person))
    entries.push(ownEntry(at, SIGNED_IN, person))
  }
  return entries
}

/** Somebody at a strange address knew a password yesterday, and not the code. */
function attack(moments: Moments): LogEntry[] {
  const start = moments.ago(1, '14:20')
  return [0, 41_000, 97_000].map((later) =>
    ownEntry(start + later, WRONG_CODE, 'emailCode', { ipAddress: '198.51.100.24', deviceType: 14 }),
  )
}

export function signIns(moments: Moments): LogEntry[] {
  return [
    ...chances.flatMap((entry) => daysOf(entry, moments)),
    ...attack(moments),
    ownEntry(moments.workday(12, '09:12'), SIGNED_IN, 'nothing'),
    ownEntry(moments.workday(33, '08:31'), SIGNED_IN, 'revoked'),
    ownEntry(moments.workday(71, '12:02'), 1002, 'authenticator'),
    ownEntry(moments.workday(66, '12:40'), 1001, 'reader'),
    ownEntry(moments.workday(27, '17:10'), 1007, 'leaver'),
    ownEntry(moments.workday(23, '18:20'), SIGNED_IN, 'admin', { deviceType: 25 }),
    // A client that names no device, behind a proxy that hides the address.
    {
      at: moments.workday(22, '19:45'),
      type: SIGNED_IN,
      userId: userId('admin'),
      actingUserId: userId('admin'),
    },
  ]
}
