import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { secretValueQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import type { CallResult } from '#/session/call-types'
import { isWatched, useHiding } from './use-hiding'

type OpenedSecret = CallResult<'readSecret'>

export interface SecretValue {
  /** The last read, value included, while it is shown. */
  shown: OpenedSecret | null
  /** Epoch ms when it is masked again. */
  hidesAt: number
  isReading: boolean
  error: Error | null
  /** Fetches the secret; the server records the read. */
  read: () => Promise<OpenedSecret>
  reveal: () => void
  hide: () => void
}

/**
 * A value is in this page's memory only while it is shown: after the set time, on blur, in a hidden tab and on
 * leaving it goes, and the next reveal is a new read.
 */
export function useSecretValue(
  organizationId: string,
  secretId: string,
  onRead: (read: OpenedSecret) => void,
): SecretValue {
  const client = useQueryClient()
  const { hideAfter } = useSettings()
  const [shown, setShown] = useState<OpenedSecret | null>(null)
  const [hidesAt, setHidesAt] = useState(0)
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const isGone = useRef(false)

  const hide = useCallback(() => {
    setShown(null)
    client.removeQueries(secretValueQuery(organizationId, secretId))
  }, [client, organizationId, secretId])

  const read = useCallback(async () => {
    setReading(true)
    setError(null)
    try {
      const secret = await client.fetchQuery({ ...secretValueQuery(organizationId, secretId), staleTime: 0 })
      onRead(secret)
      return secret
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error('The read failed without a reason.'))
      throw failure
    } finally {
      setReading(false)
      client.removeQueries(secretValueQuery(organizationId, secretId))
    }
  }, [client, organizationId, secretId, onRead])

  const reveal = useCallback(() => {
    read().then(
      (secret) => {
        // The person may have left the window while the answer was on its way.
        if (isGone.current || !isWatched()) return
        setShown(secret)
        setHidesAt(Date.now() + hideAfter * 1000)
      },
      () => undefined,
    )
  }, [read, hideAfter])

  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])

  useHiding(shown !== null, hidesAt, hide)

  return { shown, hidesAt, isReading, error, read, reveal, hide }
}
