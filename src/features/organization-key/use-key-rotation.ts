import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  keepKeyRotation,
  keyDatesQuery,
  keyRotationQuery,
  publicKeyDate,
  rotateKey,
  viewKey,
  type OrganizationKey,
  type Proof,
} from '#/data/organization-key'
import { keyAnswer, startKeyRotation, type KeyRotation } from '#/domain/key-rotation'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { isAnswerLost } from './key-words'

/** By the server's clock, read when a step is made: one that is drawn is up to a minute old. */
const clockAt = (skew: number): number => Date.now() - skew
/** By both clocks: what this device read when is known by its own, and the difference is measured to a second. */
const momentAt = (skew: number) => ({ askedAt: clockAt(skew), askedHere: clockAt(0) })

/**
 * The rotation under way and its acts. Steps are kept sealed before each request, so that an interruption leaves a
 * trace; keys live in this state alone and are gone with the page.
 */
export function useKeyRotation(organization: OrganizationView) {
  const orgId = organization.id
  const skew = useOpenSession()?.server.clockSkew ?? 0
  const serverNow = () => clockAt(skew)
  const client = useQueryClient()
  const dates = useQuery(keyDatesQuery(orgId))
  const kept = useQuery(keyRotationQuery(orgId))
  const keeping = keepKeyRotation(client, orgId)
  const keep = useMutation(keeping.options)
  const asks = rotateKey(client, orgId)
  const asking = useMutation(asks)
  const isAsking = useIsMutating({ mutationKey: asks.mutationKey ?? [] }) > 0
  const viewing = useMutation(viewKey(client, orgId))
  const [keys, setKeys] = useState<{ old: OrganizationKey | null; fresh: OrganizationKey | null }>({
    old: null,
    fresh: null,
  })
  // Its own copy, so that what is ticked or typed shows in the same turn; undefined: as it was kept.
  const [own, setOwn] = useState<KeyRotation | null | undefined>(undefined)
  const rotation = own === undefined ? (kept.data ?? null) : own
  const date = publicKeyDate(dates.data)
  // A date that was read before the request, or whose reading failed since, tells nothing of what became of it.
  const isDateKnown =
    !isAsking &&
    !dates.isFetching &&
    !dates.isError &&
    dates.dataUpdatedAt >= (rotation?.askedHere ?? 0) &&
    dates.dataUpdatedAt >= asking.submittedAt
  const put = (next: KeyRotation | null) => {
    keeping.show(next)
    setOwn(next)
    return keep.mutateAsync(next).catch(() => undefined)
  }
  const change = (next: Partial<KeyRotation>) => {
    const last = client.getQueryData<KeyRotation | null>(keyRotationQuery(orgId).queryKey)
    if (last) void put({ ...last, ...next })
  }

  async function ask(proof: Proof, withOld: boolean) {
    if (!rotation) return
    // Before the request: what comes after it may never be reached. Where it cannot be kept the page still knows.
    await put({ ...rotation, ...momentAt(skew), oldChangedAt: date ?? rotation.oldChangedAt })
    asking.mutate(
      { proof, withOld },
      {
        onSuccess: ({ old, fresh }) => {
          setKeys({ old, fresh })
          change({
            changedAt: fresh.changedAt,
            newFingerprint: fresh.fingerprint,
            oldFingerprint: old?.fingerprint ?? null,
            step: 'proof',
          })
        },
        onError: (error) => !isAnswerLost(error) && change({ askedAt: null }),
      },
    )
  }

  return {
    rotation,
    dates,
    date,
    isLoading: kept.isPending,
    answer: rotation ? keyAnswer(rotation, isDateKnown ? date : undefined) : null,
    isAsking,
    /** Begun or ended in this page: the focus follows, as it does not where a page is opened. */
    isOwn: own !== undefined,
    keys,
    asking,
    viewing,
    /** Why it could not be kept: then it lasts as long as the page. */
    keepError: keep.error,
    start: () => void put(startKeyRotation(serverNow(), date ?? null)),
    change,
    serverNow,
    ask: (proof: Proof, withOld: boolean) => void ask(proof, withOld),
    /** The key once more, after a reload or a lost answer. */
    show: (proof: Proof) =>
      viewing.mutate(proof, {
        onSuccess: (fresh) => {
          setKeys((last) => ({ ...last, fresh }))
          change({ newFingerprint: fresh.fingerprint, changedAt: fresh.changedAt })
        },
      }),
    end: () => {
      void put(null)
      setKeys({ old: null, fresh: null })
      asking.reset()
    },
  }
}

export type KeyRotationState = ReturnType<typeof useKeyRotation>
