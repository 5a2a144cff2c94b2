import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberVisit } from '#/data/recent'

/** Notes which objects are opened, for Home and the palette. */
export function useRecent(userId: string | undefined): void {
  const router = useRouter()
  useEffect(() => {
    if (!userId) return
    const note = () => rememberVisit(userId, router.state.location.pathname, Date.now())
    note()
    return router.subscribe('onResolved', note)
  }, [router, userId])
}
