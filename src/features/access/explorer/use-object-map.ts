import { useMemo } from 'react'
import { AccessMap } from '#/domain/access/access-map'
import type { ObjectAccess } from '#/features/access/use-object-access'
import { useObjectAccess } from '#/features/access/use-object-access'
import { rowOfSecret } from '#/session/secret-columns'
import type { Explorer } from './build-explorer'

export interface ReachTarget {
  kind: 'secret' | 'machine'
  id: string
}

/** Objects whose own grants are no part of the matrix, and are read when they are asked for. */
export function reachTarget({ names, columns }: Explorer, id: string): ReachTarget | null {
  if (names.get(id)?.kind === 'machine') return { kind: 'machine', id }
  return rowOfSecret(columns, id) === -1 ? null : { kind: 'secret', id }
}

/** The rights on one object as its Access tab knows them; null until its grants are read or refused. */
export function useObjectMap(orgId: string, target: ReachTarget) {
  const state = useObjectAccess(orgId, target, [])
  const access = state.status === 'ready' ? state.access : null
  const map = useMemo(() => access && new AccessMap(access.factsWith(ownGrants(access))), [access])
  return { state, map, access }
}

const ownGrants = ({ list }: ObjectAccess) => (list.status === 'read' ? list.grants : [])
