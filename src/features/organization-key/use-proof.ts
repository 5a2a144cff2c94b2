import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { testKey, type KeyTest } from '#/data/organization-key'
import { nextOldKeyTry } from '#/domain/retry-old-key'
import type { KeyRotationState } from './use-key-rotation'

/** Shows that the new key works and the old one does not; the old one is tried again while a server may have it cached. */
export function useProof(organizationId: string, state: KeyRotationState) {
  const { keys, rotation, change, serverNow } = state
  const [fresh, setFresh] = useState<KeyTest | null>(null)
  const [old, setOld] = useState<KeyTest | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const tryFresh = useMutation(testKey(organizationId))
  const tryOld = useMutation(testKey(organizationId))
  const changedAt = rotation?.changedAt ?? null
  const oldKey = keys.old?.key

  function askOld() {
    setWaiting(false)
    if (!oldKey) return
    tryOld.mutate(
      { key: oldKey, withRead: false },
      {
        onSuccess: (test) => {
          setOld(test)
          const { exchange } = test
          if (exchange.ok) change({ old: { kind: 'taken', at: test.at } })
          else if (exchange.isRefused) change({ old: { kind: 'refused', at: test.at } })
          setWaiting(exchange.ok && changedAt !== null && nextOldKeyTry(changedAt, serverNow()) !== null)
        },
      },
    )
  }

  useEffect(() => {
    if (!isWaiting || changedAt === null) return
    const wait = nextOldKeyTry(changedAt, serverNow())
    if (wait === null) return
    const timer = setTimeout(askOld, wait)
    return () => clearTimeout(timer)
    // Its functions are others at each render; what they do is the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isWaiting, old])

  return {
    fresh,
    old,
    isWaiting,
    isRunning: tryFresh.isPending || tryOld.isPending,
    isOldRunning: tryOld.isPending,
    error: tryFresh.error ?? tryOld.error,
    stop: () => setWaiting(false),
    run: () => {
      if (!keys.fresh) return
      tryFresh.mutate(
        { key: keys.fresh.key, withRead: true },
        {
          onSuccess: (test) => {
            setFresh(test)
            if (test.exchange.ok && test.read?.ok) change({ provedAt: test.at })
          },
          // One after the other: both change what is kept.
          onSettled: askOld,
        },
      )
    },
  }
}
