import { useQuery } from '@tanstack/react-query'
import {
  projectMachinesQuery,
  projectPeopleQuery,
  projectReachQuery,
  projectTrashQuery,
} from '#/data/projects'
import { compareNames } from '#/domain/sort'
import { useNow } from '#/ui/use-now'
import { reachWords, readWords, stopsWorking } from './machine-words'
import { useMachineReads } from './use-machine-reads'
import type { ProjectFacts } from './use-projects'

const afresh = { staleTime: 0, gcTime: 0 } as const

export interface MachineLoss {
  id: string
  name: string
  canWrite: boolean
  reach: string
  reads: string
  /** Reads here and keeps nothing. */
  stops: boolean
}

export interface PersonLoss {
  id: string
  kind: 'person' | 'group'
  name: string
  canWrite: boolean
}

/** What deleting a project takes from whom: from lists that are read when the dialog opens, not as they were earlier. */
export function useLosses(orgId: string, project: ProjectFacts) {
  const reach = useQuery({ ...projectReachQuery(orgId, project.id), ...afresh })
  const machines = useQuery({ ...projectMachinesQuery(orgId, project.id), ...afresh })
  const people = useQuery({ ...projectPeopleQuery(orgId, project.id), ...afresh })
  const trash = useQuery({ ...projectTrashQuery(orgId, project.id), ...afresh })
  const found = machines.data ?? []
  const {
    reads,
    reach: machineReach,
    secrets: listed,
    ask,
  } = useMachineReads(
    orgId,
    project.id,
    found.map(({ id }) => id),
  )
  const now = useNow()
  const machineLosses = found
    .map((machine): MachineLoss => {
      const seen = reads.data?.[machine.id]
      const inAll = machineReach.data?.[machine.id]
      return {
        id: machine.id,
        name: machine.name.ok ? machine.name.text : `Machine account ${machine.id.slice(0, 8)}`,
        canWrite: machine.canWrite,
        reach: reachWords(listed, inAll),
        reads: readWords(seen, now),
        stops: stopsWorking(listed, inAll, seen),
      }
    })
    .toSorted((a, b) => Number(b.stops) - Number(a.stops) || compareNames(a.name, b.name))
  const queries = [reach, machines, people, trash, machineReach, reads]
  return {
    /** Until all that can be known is known: a machine account that must be ticked must not appear late. */
    isCounting: queries.some((query) => query.isFetching && query.data === undefined),
    error: queries.find((query) => query.error !== null)?.error ?? null,
    secrets: {
      count: reach.data?.secrets ?? project.secrets,
      isExact: reach.data !== undefined,
      trashed: trash.data,
    },
    machineCount: machines.data?.length ?? reach.data?.machines,
    machines: machines.data ? machineLosses : null,
    askForReads: ask,
    stopping: machineLosses.filter(({ stops }) => stops),
    peopleCount: people.data?.length ?? reach.data?.people,
    people:
      people.data?.map(({ id, kind, name, canWrite }): PersonLoss => {
        return { id, kind, name: name ?? `Invited person ${id.slice(0, 8)}`, canWrite }
      }) ?? null,
  }
}

export type Losses = ReturnType<typeof useLosses>
