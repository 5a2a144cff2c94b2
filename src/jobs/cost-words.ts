import { recordsMany } from '#/domain/coverage/traces'
import { counted } from '#/lib/counted'
import type { JobCost } from './cost'
import { durationWords } from './job-words'

const WITHOUT_LOG =
  'The event log is closed to your account: they notice a value that somebody else saved, and not a name or a note.'

/**
 * What an act asks of the server: "96 reads and 96 writes, 192 events under your name. 96 looks for …"
 * `isLogClosed`: this account cannot read the organization's log, so the looks see less.
 */
export function costWords({ reads, writes, events, looks = 0 }: JobCost, isLogClosed = false): string {
  const requests = [reads > 0 && counted(reads, 'read'), counted(writes, 'write')]
    .filter(Boolean)
    .join(' and ')
  return [`${requests}, ${recordsMany(events)}.`, looksWords(looks, isLogClosed)].filter(Boolean).join(' ')
}

/** The looks alone, for a plan that tells its events in words of its own; empty where nothing is looked for. */
export function looksWords(looks: number, isLogClosed: boolean): string {
  if (looks === 0) return ''
  const look = `${counted(looks, 'look')} for a save in the same moment, not recorded.`
  return isLogClosed ? `${look} ${WITHOUT_LOG}` : look
}

/** "About 24 s; about 2 min where the server allows 60 writes a minute." */
export function timeWords({ seconds, cloudSeconds }: JobCost): string {
  const own = `About ${durationWords(seconds)}`
  if (cloudSeconds <= seconds * 1.5) return `${own}.`
  return `${own}; about ${durationWords(cloudSeconds)} on a cloud host, which allows 60 writes a minute.`
}
