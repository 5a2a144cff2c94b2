/**
 * One token takes another's place. Kept sealed on the device until it is done: ids and times, no names and nothing of
 * a token itself. Times in epoch ms of the server's clock.
 */
export interface Rotation {
  oldTokenId: string
  /** Null: not made yet. */
  newTokenId: string | null
  startedAt: number
  /** When the person ticked that the new one is stored. */
  storedAt: number | null
  /** When the machine was seen reading after that. */
  readAt: number | null
  /** The person did not want to wait for that. */
  isSkipped: boolean
}

export type RotationStep = 'create' | 'store' | 'wait' | 'revoke' | 'done'

/** Where a rotation stands; `tokenIds` are those that the server has now. */
export function rotationStep(rotation: Rotation, tokenIds: readonly string[]): RotationStep {
  if (!tokenIds.includes(rotation.oldTokenId)) return 'done'
  if (rotation.newTokenId === null || !tokenIds.includes(rotation.newTokenId)) return 'create'
  if (rotation.storedAt === null) return 'store'
  return rotation.readAt === null && !rotation.isSkipped ? 'wait' : 'revoke'
}

export function startRotation(oldTokenId: string, now: number): Rotation {
  return { oldTokenId, newTokenId: null, startedAt: now, storedAt: null, readAt: null, isSkipped: false }
}

const isTime = (value: unknown): value is number | null => value === null || Number.isFinite(value)

/** What was kept, if it has the form of a rotation; null otherwise. */
export function readRotation(kept: unknown): Rotation | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { oldTokenId, newTokenId, startedAt, storedAt, readAt, isSkipped } = kept as Partial<Rotation>
  if (typeof oldTokenId !== 'string' || typeof startedAt !== 'number') return null
  if (newTokenId !== null && typeof newTokenId !== 'string') return null
  if (!isTime(storedAt) || !isTime(readAt)) return null
  return { oldTokenId, newTokenId, startedAt, storedAt, readAt, isSkipped: isSkipped === true }
}
