import type { MachineToken } from '#/data/machine-accounts'
import { calendarFile } from '#/domain/calendar'
import { compareNames } from '#/domain/sort'
import { absoluteTime } from '#/domain/time-words'
import { compareEnds, isLive } from '#/domain/token-expiry'
import { shownName, shownToken, type MachineRow } from './machine-row'

export interface OwnedToken {
  token: MachineToken
  machine: MachineRow
}

/** Tokens of all accounts that were read, by their end; expired ones last, the latest of them first. */
export function allTokens(rows: readonly MachineRow[], now: number): OwnedToken[] {
  const found = rows.flatMap((machine) =>
    machine.facts?.tokens.ok ? machine.facts.tokens.value.map((token) => ({ token, machine })) : [],
  )
  const end = ({ token }: OwnedToken) => token.expiresAt
  return found.toSorted((a, b) => {
    const [isLiveA, isLiveB] = [isLive(end(a), now), isLive(end(b), now)]
    if (isLiveA !== isLiveB) return isLiveA ? -1 : 1
    return (
      (isLiveA ? 1 : -1) * compareEnds(end(a), end(b)) ||
      compareNames(shownName(a.machine), shownName(b.machine)) ||
      a.token.id.localeCompare(b.token.id)
    )
  })
}

const REMIND_DAYS = 7

/** A calendar of the ends that are to come. It holds names in plaintext: the person asked for it. */
export function tokenCalendar(tokens: readonly OwnedToken[], now: number, host: string): string {
  const entries = tokens.flatMap(({ token, machine }) =>
    token.expiresAt === null || token.expiresAt <= now
      ? []
      : [
          {
            uid: `token-${token.id}@${host}`,
            at: token.expiresAt,
            summary: `Token “${shownToken(token)}” of ${shownName(machine)} expires`,
            description: `Sign-ins with it are refused from ${absoluteTime(token.expiresAt)} on. Rotate it before, in Strongroom: machine account ${machine.id}, token ${token.id}.`,
            remindDays: REMIND_DAYS,
          },
        ],
  )
  return calendarFile(entries, now)
}
