import { burstWords, type Burst } from '#/domain/events/bursts'
import { MARKS } from '#/domain/events/marks'
import { shownActor, type EventNames } from '#/domain/events/names'
import { actorOf } from '#/domain/events/actor'
import { spanWords } from '#/domain/time-words'

/** "in 3 s": to the second, as bursts are short. */
const withinWords = (ms: number): string =>
  ms < 120_000 ? `in ${Math.max(1, Math.round(ms / 1000))} s` : `in ${spanWords(ms)}`

export const burstTail = ({ row, from, to }: Burst): string =>
  `${withinWords(to - from)}${row.ipAddress === null ? '' : ` from ${row.ipAddress}`}`

/** "42 secrets read by ci-deploy in 3 s from 203.0.113.7", as one text. */
export const burstText = (burst: Burst, names: EventNames): string =>
  `${burstWords(burst)} ${shownActor(actorOf(burst.row), names).text} ${burstTail(burst)}`

const FIRST_WORDS: readonly (readonly [bit: number, short: string, whole: string])[] = [
  [MARKS.firstActor, 'First seen', 'the first event of this actor'],
  [MARKS.firstAddress, 'New address', 'the first from this address by this actor'],
  [MARKS.firstClient, 'New client', 'the first with this client by this actor'],
  [MARKS.firstHour, 'New hour', 'the first of this actor at this hour of the day (UTC)'],
]

/** Short words of what a row is the first of. */
export const firstWords = (marks: number): string[] =>
  FIRST_WORDS.flatMap(([bit, short]) => ((marks & bit) === 0 ? [] : [short]))

/** The same for a sentence; null where it is the first of nothing. */
export function firstSentence(marks: number): string | null {
  const firsts = FIRST_WORDS.flatMap(([bit, , whole]) => ((marks & bit) === 0 ? [] : [whole]))
  return firsts.length === 0 ? null : `Of the events that are loaded, ${firsts.join(', and ')}.`
}
