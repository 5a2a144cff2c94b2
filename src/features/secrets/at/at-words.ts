import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import type { ValueAt } from '#/domain/value-at'

/** The answer in a sentence. What is not known is never given as "none". */
export function atWords(found: ValueAt<number>, zone: TimeZoneChoice): string {
  switch (found.kind) {
    case 'future':
      return 'That moment has not come yet.'
    case 'not created':
      return 'The secret did not exist then.'
    case 'known': {
      const { entry, number } = found
      const until = entry.until === 'now' ? 'still live' : `until ${momentWords(entry.until, zone)}`
      const kept = entry.versionId || entry.isCurrent ? '' : ' The server did not keep this value.'
      return `Version ${number}: live from ${momentWords(entry.from, zone)}, ${until}.${kept}`
    }
    case 'not known': {
      const names = found.candidates.map(({ number }) => `version ${number}`)
      return names.length === 0
        ? 'Not known: no value that the server kept reaches to that moment.'
        : `Not known: it may have been ${names.join(' or ')}, or a value that was never recorded.`
    }
  }
}

function momentWords(at: number | string, zone: TimeZoneChoice): string {
  return typeof at === 'number' ? absoluteTime(at, zone) : at
}
