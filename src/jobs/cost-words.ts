import { counted } from '#/lib/counted'
import type { JobCost } from './cost'
import { durationWords } from './job-words'

/** What an act asks of the server: "96 reads and 96 writes, 192 events under your name. 96 looks for …" */
export function costWords({ reads, writes, events, looks = 0 }: JobCost): string {
  const requests = [reads > 0 && counted(reads, 'read'), counted(writes, 'write')]
    .filter(Boolean)
    .join(' and ')
  const recorded = events === 0 ? 'leaves no event' : `${counted(events, 'event')} under your name`
  const more = looks > 0 ? ` ${counted(looks, 'look')} for a save in the same moment, not recorded.` : ''
  return `${requests}, ${recorded}.${more}`
}

/** "About 24 s; about 2 min where the server allows 60 writes a minute." */
export function timeWords({ seconds, cloudSeconds }: JobCost): string {
  const own = `About ${durationWords(seconds)}`
  if (cloudSeconds <= seconds * 1.5) return `${own}.`
  return `${own}; about ${durationWords(cloudSeconds)} on a cloud host, which allows 60 writes a minute.`
}
