import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { machineReachQuery, machineReadsQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { secretId } from '#/session/secret-columns'

/** Up to three requests for each: more machine accounts are asked about only when wanted. */
const ASKED_AT_ONCE = 20

/** What machine accounts reach in all, and what they read of one project lately. */
export function useMachineReads(orgId: string, projectId: string, machineIds: string[]) {
  const [isWanted, setWanted] = useState(false)
  const columns = useQuery(secretListQuery(orgId)).data
  const secretIds = useMemo(() => {
    if (!columns) return null
    const index = columns.projects.findIndex(({ id }) => id === projectId)
    return Array.from(columns.project.keys())
      .filter((row) => index !== -1 && columns.project[row] === index)
      .map((row) => secretId(columns, row))
  }, [columns, projectId])
  const isFew = machineIds.length <= ASKED_AT_ONCE
  const reads = useQuery({
    ...machineReadsQuery(orgId, projectId, machineIds, secretIds ?? []),
    enabled: secretIds !== null && machineIds.length > 0 && (isFew || isWanted),
  })
  const reach = useQuery({ ...machineReachQuery(orgId), enabled: machineIds.length > 0 })
  return {
    reads,
    reach,
    /** Secrets of the project that are not in the trash, as far as this account can read them. */
    secrets: secretIds?.length ?? null,
    /** Asks for the reads where there are too many machine accounts to do so unasked. */
    ask: isFew || isWanted ? null : () => setWanted(true),
  }
}
