import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { machineLogQuery } from '#/data/machine-accounts'
import { keepRotation, rotationQuery } from '#/data/rotation'
import { lastRead } from '#/domain/machine-use'
import { rotationStep, startRotation, type Rotation } from '#/domain/rotation'
import { useOpenSession } from '#/session/use-session'
import { useMachinePage } from './machine-context'

const ASK_EVERY = 15_000
const MONTH = 30 * 24 * 60 * 60_000

/** The rotation of this machine account: where it stands, and its acts. Kept at each step, so that it can be left. */
export function useRotation(tokenIds: readonly string[]) {
  const { organization, machine } = useMachinePage()
  const skew = useOpenSession()?.server.clockSkew ?? 0
  // Read when a step is made: a clock that is drawn is up to a minute old.
  const serverNow = () => Date.now() - skew
  const client = useQueryClient()
  const kept = useQuery(rotationQuery(organization.id, machine.id))
  const keep = useMutation(keepRotation(client, organization.id, machine.id))
  const rotation = kept.data ?? null
  const step = rotation && rotationStep(rotation, tokenIds)
  const put = (next: Rotation | null) => keep.mutate(next)
  const change = (next: Partial<Rotation>) => rotation && put({ ...rotation, ...next })
  return {
    rotation,
    step,
    /** Why it could not be kept: then it lasts as long as the page. */
    error: keep.error,
    start: (oldTokenId: string) => put(startRotation(oldTokenId, serverNow())),
    made: (newTokenId: string) => change({ newTokenId, storedAt: null, readAt: null, isSkipped: false }),
    stored: () => change({ storedAt: serverNow() }),
    seen: (readAt: number) => change({ readAt }),
    skip: () => change({ isSkipped: true }),
    end: () => put(null),
  }
}

export type RotationState = ReturnType<typeof useRotation>

/**
 * Asks the log calmly whether the machine has read since the new token was stored. The server's clock has whole
 * seconds here, so that second counts.
 */
export function useReadsSince(rotation: Rotation | null, isWatching: boolean, onRead: (at: number) => void) {
  const { organization, machine } = useMachinePage()
  const since = Math.floor((rotation?.storedAt ?? 0) / 1000) * 1000
  const log = useQuery({
    ...machineLogQuery(organization.id, {
      machineId: machine.id,
      since,
      until: since + MONTH,
      mostPages: 1,
      isEnough: 1,
    }),
    enabled: isWatching && since > 0,
    refetchInterval: ASK_EVERY,
  })
  const read = log.data ? lastRead(log.data.acts) : null
  useEffect(() => {
    if (isWatching && read !== null) onRead(read)
    // The caller's function is another one at each render; what it does is the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isWatching, read])
  return log
}
