import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { noteVisit } from '#/data/last-visit'
import { rememberVisit } from '#/data/recent'

/** Notes which objects are opened, for Home and the palette. */
export function useRecent(userId: string | undefined): void {
  const router = useRouter()
  useEffect(() => {
    if (!userId) return
    const note = () => {
      const path = router.state.location.pathname
      const [, organizationId] = /^\/orgs\/([^/]+)/.exec(path) ?? []
      rememberVisit(userId, path, Date.now())
      if (organizationId) noteVisit(userId, organizationId, Date.now())
    }
    note()
    return router.subscribe('onResolved', note)
  }, [router, userId])
}
