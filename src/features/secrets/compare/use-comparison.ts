import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { compareShown, comparisonQuery, type ComparedPair } from '#/data/secret-versions'
import { readValue, secretVersionsQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { isWatched, useHiding } from '#/features/secrets/use-hiding'
import type { CallResult } from '#/session/call-types'

type ValueComparison = Extract<CallResult<'compareVersions'>, { outcome: 'compared' }>['comparison']

/** Two values compared in the worker: masked as data that may stay, with texts only for the set time. */
export function useComparison(pair: ComparedPair) {
  const client = useQueryClient()
  const { hideAfter } = useSettings()
  const masked = useQuery(comparisonQuery(pair))
  const place = `${pair.a} ${pair.b}`
  const [shown, setShown] = useState<{ place: string; comparison: ValueComparison; hidesAt: number } | null>(
    null,
  )
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  // What was shown of one pair must not stand under the next one.
  const current = shown?.place === place ? shown : null
  useHiding(current !== null, current?.hidesAt ?? null, () => setShown(null))

  function run(work: Promise<void>) {
    setBusy(true)
    setError(null)
    work.catch((failure: Error) => setError(failure)).finally(() => setBusy(false))
  }

  return {
    masked,
    shown: current,
    isBusy,
    error,
    hide: () => setShown(null),
    show: () =>
      run(
        compareShown(pair).then((answer) => {
          if (answer.outcome !== 'compared' || !isWatched()) return
          setShown({ place, comparison: answer.comparison, hidesAt: Date.now() + hideAfter * 1000 })
        }),
      ),
    /** Reads the live value, which is recorded; the worker then knows it and compares. */
    readCurrent: () =>
      run(
        readValue(pair.organizationId, pair.secretId).then(async () => {
          // Which row is the live one is told by its ciphertext, known from now on.
          await client.invalidateQueries(
            secretVersionsQuery(pair.organizationId, pair.secretId, pair.changed),
          )
          await client.invalidateQueries(comparisonQuery(pair))
        }),
      ),
  }
}

export type ComparisonState = ReturnType<typeof useComparison>
