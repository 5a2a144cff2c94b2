import { useEffect, useRef, useState } from 'react'
import { findTwins } from '#/data/secret-versions'
import type { CallArguments, CallResult } from '#/session/call-types'

export type Twins = CallResult<'findTwins'>

/** One search for the same value; leaving stops it. */
export function useTwins() {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [found, setFound] = useState<Twins | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  function run(request: CallArguments<'findTwins'>) {
    const own = new AbortController()
    abort.current = own
    setFound(null)
    setError(null)
    setProgress({ done: 0, of: request.otherIds.length + 1 })
    findTwins(request, { signal: own.signal, onPart: setProgress })
      .then(setFound, (failure: Error) => {
        if (!own.signal.aborted) setError(failure)
      })
      .finally(() => setProgress(null))
  }

  return { progress, found, error, run, stop: () => abort.current?.abort() }
}
