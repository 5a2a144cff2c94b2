import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { secretVersionsQuery, valueOriginsQuery } from '#/data/secrets'
import type { History } from '#/domain/history-types'
import { generationOf, readHistory } from '#/domain/secret-history'
import type { OrganizationView } from '#/session/protocol'
import type { SecretFacts } from '#/features/secrets/use-secret-row'

export type PastOfSecret =
  | { state: 'read'; history: History<number>; hasLog: boolean }
  | { state: 'not offered' }
  | { state: 'failed'; message: string }

const AT_ONCE = 4

/** Reads the versions of many secrets, a few at a time; the log of those for which it is asked. */
export function useProjectAt(organization: OrganizationView) {
  const client = useQueryClient()
  const [past, setPast] = useState<ReadonlyMap<string, PastOfSecret>>(new Map())
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  async function readOne(secret: SecretFacts, hasLog: boolean): Promise<PastOfSecret> {
    try {
      const versions = await client.fetchQuery({
        ...secretVersionsQuery(organization.id, secret.id, secret.changed),
        staleTime: 60_000,
      })
      if (!versions.isAvailable) return { state: 'not offered' }
      const log = hasLog
        ? await client.fetchQuery(valueOriginsQuery(organization.id, secret.id, secret.created))
        : null
      const history = readHistory({
        rows: versions.rows,
        current: versions.currentMark,
        generation: generationOf(versions.rows),
        log,
        createdAt: secret.created,
        revisedAt: secret.changed,
      })
      return { state: 'read', history, hasLog: log !== null }
    } catch (error) {
      return { state: 'failed', message: error instanceof Error ? error.message : 'It could not be read.' }
    }
  }

  async function read(secrets: readonly SecretFacts[], hasLog: boolean) {
    abort.current?.abort()
    const own = new AbortController()
    abort.current = own
    const queue = [...secrets]
    let done = 0
    setProgress({ done, of: secrets.length })
    const work = async () => {
      for (let next = queue.shift(); next && !own.signal.aborted; next = queue.shift()) {
        const { id } = next
        const result = await readOne(next, hasLog)
        if (own.signal.aborted) return
        done += 1
        setProgress({ done, of: secrets.length })
        setPast((old) => new Map(old).set(id, result))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    if (!own.signal.aborted) setProgress(null)
  }

  return {
    past,
    progress,
    read: (secrets: readonly SecretFacts[], hasLog: boolean) => void read(secrets, hasLog),
    cancel: () => {
      abort.current?.abort()
      setProgress(null)
    },
  }
}
