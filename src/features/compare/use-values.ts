import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { compareValues } from '#/data/compare'
import { valueKey, type CompareRow, type ValueVerdict } from './compare-rows'

interface Progress {
  read: number
  of: number
}

/** Verdicts on values, as far as they were asked for. They hold no value and stay until the page is left. */
export function useValues(orgId: string) {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, ValueVerdict>>(new Map())
  const [progress, setProgress] = useState<Progress | null>(null)
  const abort = useRef<AbortController | null>(null)
  const compare = useMutation({
    ...compareValues(orgId),
    onSettled: () => setProgress(null),
  })
  const start = (rows: readonly CompareRow[]) => {
    const controller = new AbortController()
    abort.current = controller
    const of = readsOf(rows)
    setProgress({ read: 0, of })
    compare.mutate({
      groups: rows.map((row) => ({ key: valueKey(row), ids: [...row.a, ...row.b].map(({ id }) => id) })),
      signal: controller.signal,
      onPart: (part) => {
        setProgress({ read: part.read, of })
        setVerdicts((old) => new Map([...old, ...Object.entries(part.verdicts)]))
      },
    })
  }
  const verdictOf = useCallback((row: CompareRow) => verdicts.get(valueKey(row)), [verdicts])
  const isCancelled = compare.error?.name === 'AbortError'
  return {
    verdictOf,
    progress,
    start,
    cancel: () => abort.current?.abort(),
    isCancelled,
    error: isCancelled ? null : compare.error,
  }
}

export type Values = ReturnType<typeof useValues>

/** Secrets that comparing would read: each is recorded. */
export const readsOf = (rows: readonly CompareRow[]): number =>
  rows.reduce((sum, { a, b }) => sum + a.length + b.length, 0)
