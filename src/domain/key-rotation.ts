/**
 * A rotation of the organization's API key that is under way. Kept sealed on the device until it is done: times,
 * steps, fingerprints and what the person typed of the places to update; never a key. Times in epoch ms of the
 * server's clock.
 */
export interface KeyRotation {
  startedAt: number
  /** Where the person stands; what the server knows is told by the other fields. */
  step: KeyStep
  places: KeyPlace[]
  /** `revisionDate` of the key before; null where the organization had none. */
  oldChangedAt: number | null
  /** When the server was asked; stays where the answer did not come. */
  askedAt: number | null
  /** The same moment by this device's clock, by which it also knows when it read a date. */
  askedHere: number | null
  /** `revisionDate` of the new key, as the server told it. */
  changedAt: number | null
  oldFingerprint: string | null
  newFingerprint: string | null
  /** When a token exchange with the new key, and a read by it, worked. */
  provedAt: number | null
  /** What a token exchange with the old key gave. */
  old: { kind: 'refused' | 'taken'; at: number } | null
  /** When the receipt was saved. */
  savedAt: number | null
}

export const keySteps = ['use', 'places', 'confirm', 'proof', 'receipt'] as const
export type KeyStep = (typeof keySteps)[number]

export interface KeyPlace {
  id: string
  /** Typed by the person, or one of the usual ones. */
  text: string
  doneAt: number | null
}

export function startKeyRotation(now: number, oldChangedAt: number | null): KeyRotation {
  return {
    startedAt: now,
    step: 'use',
    places: [],
    oldChangedAt,
    askedAt: null,
    askedHere: null,
    changedAt: null,
    oldFingerprint: null,
    newFingerprint: null,
    provedAt: null,
    old: null,
    savedAt: null,
  }
}

export type KeyAnswer =
  /** The server was not asked yet. */
  | { kind: 'not-asked' }
  /** Its answer came. */
  | { kind: 'known'; changedAt: number }
  /** Its answer did not come, but the key's date has moved: the key is new. */
  | { kind: 'lost-new'; changedAt: number }
  /** Its answer did not come, and the date stands where it stood: the old key holds. */
  | { kind: 'lost-old' }
  /** Its answer did not come, and the date is not known. */
  | { kind: 'lost-unknown' }

/**
 * What became of the request. `date` is the `revisionDate` that the server tells now: null where there is no key,
 * undefined where it is not known. The only trace of a rotation (organization-api.md §7).
 */
export function keyAnswer(rotation: KeyRotation, date: number | null | undefined): KeyAnswer {
  if (rotation.changedAt !== null) return { kind: 'known', changedAt: rotation.changedAt }
  if (rotation.askedAt === null) return { kind: 'not-asked' }
  if (date === undefined) return { kind: 'lost-unknown' }
  return date !== null && date !== rotation.oldChangedAt
    ? { kind: 'lost-new', changedAt: date }
    : { kind: 'lost-old' }
}

/** True where somebody rotated the key again after this rotation: what it proved is no longer so. */
export const isOvertaken = (rotation: KeyRotation, date: number | null | undefined): boolean =>
  rotation.changedAt !== null && typeof date === 'number' && date > rotation.changedAt

const isTime = (value: unknown): value is number | null => value === null || Number.isFinite(value)
const isText = (value: unknown): value is string | null => value === null || typeof value === 'string'

function readPlace(kept: unknown): KeyPlace[] {
  if (typeof kept !== 'object' || kept === null) return []
  const { id, text, doneAt } = kept as Partial<KeyPlace>
  return typeof id === 'string' && typeof text === 'string' && isTime(doneAt) ? [{ id, text, doneAt }] : []
}

/** What was kept, if it has the form of a rotation; null otherwise. */
export function readKeyRotation(kept: unknown): KeyRotation | null {
  if (typeof kept !== 'object' || kept === null) return null
  const it = kept as Partial<KeyRotation>
  const { startedAt, step, places, old, oldFingerprint, newFingerprint } = it
  const { oldChangedAt, askedAt, askedHere = null, changedAt, provedAt, savedAt } = it
  if (typeof startedAt !== 'number' || !step || !keySteps.includes(step) || !Array.isArray(places))
    return null
  if (!isTime(oldChangedAt) || !isTime(askedAt) || !isTime(askedHere) || !isTime(changedAt)) return null
  if (!isTime(provedAt) || !isTime(savedAt) || !isText(oldFingerprint) || !isText(newFingerprint)) return null
  const isOld = old && (old.kind === 'refused' || old.kind === 'taken') && Number.isFinite(old.at)
  return {
    ...{
      startedAt,
      step,
      oldChangedAt,
      askedAt,
      askedHere,
      changedAt,
      provedAt,
      savedAt,
      oldFingerprint,
      newFingerprint,
    },
    places: places.flatMap(readPlace),
    old: isOld ? { kind: old.kind, at: old.at } : null,
  }
}
