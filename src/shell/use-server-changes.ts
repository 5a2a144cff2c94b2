import { useEffect, useRef } from 'react'
import { queryClient } from '#/data/query-client'
import type { ServerView } from '#/session/protocol'
import { showToast } from '#/ui/toast-store'

/**
 * A server that was away is back: what this page could not read meanwhile is read, and nothing that was to be saved.
 * One that is another version now is named; what it can do is told by its answers, so that nothing is loaded anew.
 */
export function useServerChanges(server: ServerView | undefined): void {
  const before = useRef(server)
  useEffect(() => {
    const last = before.current
    before.current = server
    if (!server || !last || server.host !== last.host) return
    const isOther = server.version !== last.version || server.earlier !== last.earlier
    if (isOther)
      showToast(
        server.version === last.version
          ? `The server offers other features now. Its version is still ${server.version}.`
          : `The server is now version ${server.version}; it was ${last.version}. The console goes on with it.`,
      )
    if (last.away && !server.away)
      void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
    // Which fields the versions of a secret have tells the generation. Not read anew by itself: a later one records it.
    if (isOther)
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes('versions'),
        refetchType: 'none',
      })
  }, [server])
}
