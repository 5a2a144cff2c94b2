import { organizationId } from '#/mocks/seed/organizations'
import { stampAt } from '#/mocks/seed/moments'
import { idFor } from '#/mocks/seed/random'
import type { EventRow } from '#/mocks/store/tables'
import { actedBy, originOf } from './cast'
import type { Actor } from './cast'

export type LogEntry = Omit<EventRow, 'id' | 'date' | 'organizationId'> & {
  /** Moment in milliseconds; the fraction gives the last digits of the date. */
  at: number
}

const harbourline = organizationId('harbourline')

/** A row about a secret, in the server's form: the person in `userId`, `actingUserId` empty. */
export const secretEntry = (at: number, type: number, by: Actor, secretId: string): LogEntry => ({
  at,
  type,
  secretId,
  ...actedBy(by),
  ...originOf(by),
})

export const projectEntry = (at: number, type: number, by: Actor, projectId: string): LogEntry => ({
  at,
  type,
  projectId,
  ...actedBy(by),
  ...originOf(by),
})

/** The log as it stands. Acts are there from the beginning; the daily traffic of reads is seeded for its last days. */
export function eventRows(entries: readonly LogEntry[], until: number): EventRow[] {
  return entries
    .filter((entry) => entry.at <= until)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...fields }, index) => ({
      id: idFor(`event/harbourline/${index}`),
      date: stampAt(at),
      organizationId: harbourline,
      ...fields,
    }))
}
