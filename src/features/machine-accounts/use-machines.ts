import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import {
  factsSoFarQuery,
  machineFactsQuery,
  machineListQuery,
  writableMachinesQuery,
} from '#/data/machine-accounts'
import { useServerNow } from '#/data/server-now'
import type { OrganizationView } from '#/session/protocol'
import { machineRows } from './machine-row'

/** Above this, three requests each take minutes on a server that counts requests: the person decides. */
const READ_AT_ONCE = 150

const isAdmin = ({ role }: OrganizationView) => role === 'owner' || role === 'admin'

/** Whether each may be changed: owners and admins may change all, others hear it from the server. */
export function useMayWrite(organization: OrganizationView): (id: string) => boolean | null {
  const mayAll = isAdmin(organization)
  const writable = useQuery({ ...writableMachinesQuery(organization.id), enabled: !mayAll })
  return useMemo(() => {
    const ids = writable.data && new Set(writable.data)
    return (id) => mayAll || (ids ? ids.has(id) : null)
  }, [mayAll, writable.data])
}

/** All machine accounts, with what could be read of each so far. */
export function useMachines(organization: OrganizationView) {
  const now = useServerNow()
  const list = useQuery(machineListQuery(organization.id))
  const canWrite = useMayWrite(organization)
  const [isWanted, setWanted] = useState(false)
  const total = list.data?.length ?? 0
  const isTooMany = total > READ_AT_ONCE
  const ids = useMemo(() => list.data?.map(({ id }) => id) ?? null, [list.data])
  const facts = useQuery({
    ...machineFactsQuery(organization.id, ids, now),
    enabled: ids !== null && (!isTooMany || isWanted),
  })
  const soFar = useQuery(factsSoFarQuery(organization.id))
  const known = facts.data ?? soFar.data
  const rows = useMemo(
    () => (list.data ? machineRows(list.data, known ?? new Map(), canWrite, now) : null),
    [list.data, known, canWrite, now],
  )
  return {
    rows,
    now,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void list.refetch(),
    /** How many accounts have been read, while that goes on. */
    progress: facts.isFetching && !facts.data ? { read: soFar.data?.size ?? 0, of: total } : null,
    factsError: facts.error,
    retryFacts: () => void facts.refetch(),
    /** Requests that reading all would take, where it waits for the person. */
    waiting: isTooMany && !isWanted && !facts.data ? total * 3 : null,
    readAll: () => setWanted(true),
  }
}

export type MachineList = ReturnType<typeof useMachines>
