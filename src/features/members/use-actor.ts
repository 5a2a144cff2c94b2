import { useMemo } from 'react'
import type { Actor } from './can'
import type { MemberList } from './use-members'

/** Who acts; the same from render to render as long as nothing changed. */
export function useActor({ rows, own }: MemberList): Actor | null {
  const owners = useMemo(
    () => (rows ?? []).filter(({ role, status }) => role === 'owner' && status === 'confirmed').length,
    [rows],
  )
  return useMemo(() => own && { own, owners }, [own, owners])
}
