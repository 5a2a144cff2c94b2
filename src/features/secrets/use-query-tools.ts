import { useEffect, useState } from 'react'
import type { tools as Tools } from './query/tools'

type QueryTools = typeof Tools

let loaded: QueryTools | null = null

/** Null until they are wanted and there; then a query is plain words. */
export function useQueryTools(isWanted: boolean): QueryTools | null {
  const [tools, setTools] = useState(loaded)
  useEffect(() => {
    if (!isWanted || tools) return
    let isHere = true
    void import('./query/tools').then(
      (module) => {
        loaded = module.tools
        if (isHere) setTools(module.tools)
      },
      // Without them words are searched as ever; the next page tries again.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [isWanted, tools])
  return tools
}
