import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { eventRows, queryEvents } from '#/data/events'
import type { EventAnswer, EventQuery, FoundEvents, ShownEvent } from '#/session/event-types'

const BLOCK = 100

export interface EventView {
  /** Null: the first answer has not come. The last one stays until the next has. */
  answer: FoundEvents | null
  /** What is told of all rows: of a long log it comes after the rows. */
  overview: EventAnswer | null
  rowAt: (row: number) => ShownEvent | undefined
  /** For the grid: the rows in view. */
  onWindow: (first: number, last: number) => void
}

type Blocks = ReadonlyMap<number, readonly ShownEvent[]>

/** The rows that match, as windows onto them: the page holds what is in view and a little around it. */
export function useEventQuery(query: Omit<EventQuery, 'window'> | null, reading: string): EventView {
  const [shown, setShown] = useState<{ answer: FoundEvents; blocks: Blocks } | null>(null)
  const [overview, setOverview] = useState<EventAnswer | null>(null)
  const inView = useRef({ first: 0, last: 0 })
  const asked = useRef(new Set<number>())
  const organizationId = query?.organizationId

  // Rows that came since, and that all have come, are reasons to ask again.
  const request = useMemo(() => query && { query, reading }, [query, reading])

  useEffect(() => {
    if (!request) return
    let isGone = false
    const first = Math.floor(inView.current.first / BLOCK)
    const end = Math.floor(inView.current.last / BLOCK) + 1
    const show = (answer: FoundEvents) => {
      if (isGone) return
      const blocks = new Map<number, readonly ShownEvent[]>()
      for (let block = first; block < end; block += 1)
        blocks.set(block, answer.rows.slice((block - first) * BLOCK, (block - first + 1) * BLOCK))
      asked.current = new Set(blocks.keys())
      setShown({ answer, blocks })
    }
    let found: FoundEvents | null = null
    const window = { from: first * BLOCK, to: end * BLOCK }
    queryEvents({ ...request.query, window }, (rows) => show((found = rows))).then(
      (answer) => {
        if (isGone || !answer) return
        // Rows that were shown before stay, with those that were fetched since.
        if (found?.version !== answer.version) show(answer)
        setOverview(answer)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [request])

  const fetchBlock = useCallback(
    async (block: number) => {
      if (organizationId === undefined || asked.current.has(block)) return
      const mine = asked.current
      mine.add(block)
      const rows = await eventRows(organizationId, block * BLOCK, (block + 1) * BLOCK).catch(() => null)
      if (!rows) mine.delete(block)
      else if (mine === asked.current)
        setShown((now) => now && { ...now, blocks: new Map(now.blocks).set(block, rows) })
    },
    [organizationId],
  )
  const onWindow = useCallback(
    (first: number, last: number) => {
      inView.current = { first, last }
      for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block += 1)
        void fetchBlock(block)
    },
    [fetchBlock],
  )
  const blocks = shown?.blocks
  const rowAt = useCallback((row: number) => blocks?.get(Math.floor(row / BLOCK))?.[row % BLOCK], [blocks])
  return { answer: shown?.answer ?? null, overview, rowAt, onWindow }
}
