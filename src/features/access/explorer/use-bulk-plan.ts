import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { machineReadsQuery } from '#/data/projects'
import { AccessMap } from '#/domain/access/access-map'
import { applyChanges } from '#/domain/access/changes'
import type { AccessChange } from '#/domain/access/changes'
import { compareAccess } from '#/domain/access/compare'
import { NONE, READ } from '#/domain/access/facts'
import type { NamedThing } from '#/features/access/names'
import { readWords } from '#/features/access/read-words'
import { lastWriters } from '#/features/access/risks'
import { useNow } from '#/ui/use-now'
import type { Explorer } from './build-explorer'

interface Going {
  id: string
  before: number
}

/** What one grantee's new right on some projects makes of everybody's access. */
export function useBulkPlan(
  orgId: string,
  { map }: Explorer,
  thing: NamedThing,
  going: Going[],
  right: number,
) {
  const changes = useMemo(
    () => going.map(({ id }): AccessChange => ({ kind: 'grant', grantee: thing.id, target: id, right })),
    [going, thing.id, right],
  )
  const late = useDeferredValue(changes)
  const foreseen = useMemo(() => {
    const after = late.length > 0 ? new AccessMap(applyChanges(map.facts, late)) : map
    const closing = late.flatMap((change) =>
      change.kind === 'grant' && lastWriters(map, after, change.target) ? [change.target] : [],
    )
    return { differences: compareAccess(map, after), closing }
  }, [map, late])
  const losing = foreseen.differences.filter(({ targets }) => targets.some((t) => t.before & ~t.after))
  const reads = useLostReads(orgId, map, thing, going, right)
  return { ...foreseen, isLate: late !== changes, hasLoss: losing.length > 0, reads }
}

/** Of a machine account that loses projects: whether it read there lately, as the log says. */
function useLostReads(orgId: string, map: AccessMap, thing: NamedThing, going: Going[], right: number) {
  const now = useNow()
  const lost = new Set(going.flatMap(({ id, before }) => (before & READ && right === NONE ? [id] : [])))
  const isAsked = thing.kind === 'machine' && lost.size > 0
  const { projects, secrets } = map.facts
  const secretIds = isAsked
    ? secrets.ids.filter((_, i) => lost.has(projects[secrets.project[i] ?? -1] ?? ''))
    : []
  const key = [...lost].toSorted().join()
  const query = useQuery({ ...machineReadsQuery(orgId, key, [thing.id], secretIds), enabled: isAsked })
  if (!isAsked) return null
  if (query.isPending && !query.error) return 'Its log is being read.'
  if (query.error) return `Whether it reads there is not known: ${query.error.message}`
  return readWords(query.data?.[thing.id] ?? null, now)
}
