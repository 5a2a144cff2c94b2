import { useEffect, useState } from 'react'
import { session } from '#/session/session'
import type { CallResult } from '#/session/call-types'
import { sentenceOf } from './error-words'
import type { Gate } from './use-gate'

export interface ServerAnswer {
  /** Undefined until something is known. */
  data: CallResult<'probeServer'> | undefined
  isFetching: boolean
  refetch: () => void
}

/** Asked before any password; the answer is shown. */
export function useServer(): ServerAnswer {
  const [data, setData] = useState<ServerAnswer['data']>()
  const [asked, setAsked] = useState(0)
  const [answered, setAnswered] = useState(-1)

  useEffect(() => {
    const stop = new AbortController()
    const tell = (answer: CallResult<'probeServer'>) => {
      if (stop.signal.aborted) return
      setData(answer)
      setAnswered(asked)
    }
    session
      .call('probeServer', null, { signal: stop.signal })
      .then(tell, (error: unknown) => tell({ ok: false, reason: 'unreachable', message: sentenceOf(error) }))
    return () => stop.abort()
  }, [asked])
  return { data, isFetching: answered !== asked, refetch: () => setAsked(asked + 1) }
}

export const gateOf = ({ data }: ServerAnswer): Gate => ({
  isAsking: data === undefined,
  closedReason: data?.ok === false && 'No compatible server has answered yet.',
})
