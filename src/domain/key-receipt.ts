import type { KeyRotation } from './key-rotation'
import { absoluteTime, clockTime } from './time-words'

export interface KeyReceiptFacts {
  organization: { id: string; name: string }
  server: string
  /** Who rotated it. */
  person: { name: string | null; email: string; id: string }
  rotation: KeyRotation
  writtenAt: number
}

const HOUR = 60 * 60_000

/**
 * The only record of a rotation, since the server writes no event: plain text in UTC. Fingerprints are the first half
 * of the SHA-256 of each key, from which a key of 30 letters and digits cannot be found.
 */
export function keyReceipt({ organization, server, person, rotation, writtenAt }: KeyReceiptFacts): string {
  const { changedAt, oldChangedAt, places, provedAt, old } = rotation
  const time = (at: number | null, none: string) =>
    at === null ? none : `${absoluteTime(at).replace(/ UTC$/, '')}:${seconds(at)} UTC`
  const open = places.filter(({ doneAt }) => doneAt === null).length
  return [
    'Rotation of an organization API key',
    '',
    `Organization     ${organization.name}`,
    `                 ${organization.id}`,
    `Server           ${server}`,
    `Rotated by       ${person.name ?? person.email} <${person.email}>`,
    `                 account ${person.id}`,
    `Begun            ${time(rotation.startedAt, '')}`,
    `Old key from     ${time(oldChangedAt, 'there was none')}`,
    `New key from     ${time(changedAt, 'not known')}`,
    `Old fingerprint  ${rotation.oldFingerprint ?? 'not read'}`,
    `New fingerprint  ${rotation.newFingerprint ?? 'not read'}`,
    `New key works    ${provedAt === null ? 'not tested' : `token exchange and one read, ${time(provedAt, '')}`}`,
    `Old key          ${oldWords(old, time)}`,
    `Old tokens       ${changedAt === null ? 'not known' : `issued before the rotation, good until ${time(changedAt + HOUR, '')} at most`}`,
    '',
    `Places to update: ${places.length}${open > 0 ? `, ${open} not ticked` : ''}`,
    ...places.map(({ text, doneAt }) => `${doneAt === null ? '[ ]' : '[x]'} ${text}${ticked(doneAt, time)}`),
    '',
    'The server writes no event for viewing or rotating this key.',
    `Written ${time(writtenAt, '')}`,
    '',
  ].join('\n')
}

type Time = (at: number | null, none: string) => string

const seconds = (at: number) => clockTime(at).slice(6, 8)

const ticked = (at: number | null, time: Time) => (at === null ? '' : `, ticked ${time(at, '')}`)

function oldWords(old: KeyRotation['old'], time: Time): string {
  if (!old) return 'not tested'
  return old.kind === 'refused'
    ? `refused for new tokens, ${time(old.at, '')}`
    : `still taken, ${time(old.at, '')}`
}
