import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { planTransfer, transferCost, type ConflictChoice, type TransferAct } from '#/domain/project-transfer'
import type { ComparedSecret } from '#/domain/project-compare'
import { startJob } from '#/jobs/jobs'
import type { TransferContent } from '#/jobs/kinds/secrets-transfer'
import type { OrganizationView } from '#/session/protocol'
import { showToast } from '#/ui/toast-store'
import { projectName, type ComparedProject } from './use-comparison'

export interface TransferWish {
  organization: OrganizationView
  from: ComparedProject
  to: ComparedProject
  sources: readonly ComparedSecret[]
  /** What stands in the target now. */
  target: readonly ComparedSecret[]
  /** Says that one of the projects is not there any more, or false. */
  gone: string | false
  /** Reads both lists again; records nothing. */
  refresh: () => Promise<unknown>
}

/** 200 reads and 60 writes a minute are what a cloud host allows. */
const WRITES_A_MINUTE = 60

/** The plan of a copy or a move, from lists that are read again when it opens. */
export function useTransfer(wish: TransferWish, act: TransferAct) {
  const { organization, from, to, sources, target, gone } = wish
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(new Map())
  const fresh = useQuery({
    queryKey: ['compare', organization.id, 'before', from.id, to.id],
    queryFn: async () => {
      await wish.refresh()
      return true
    },
    staleTime: 0,
    gcTime: 0,
  })
  const rows = useMemo(() => planTransfer(act, sources, target, choices), [act, sources, target, choices])
  const cost = transferCost(act, rows)
  const active = rows.filter(({ step }) => step.kind === 'create' || step.kind === 'overwrite')
  const begin = useMutation({
    gcTime: 0,
    mutationFn: () =>
      startJob({
        kind: 'secrets.transfer',
        organizationId: organization.id,
        params: { act, from: from.id, to: to.id, restorable: mayRestore(organization) },
        title: `${act === 'copy' ? 'Copy' : 'Move'} ${active.length.toLocaleString('en-GB')} ${active.length === 1 ? 'secret' : 'secrets'} to ${projectName(to)}`,
        items: active.map(({ source, step }) => ({
          id: source.id,
          label: source.name,
          content: contentOf(step),
        })),
      }),
  })
  const conflicting = rows.filter(({ choices: possible }) => possible.length > 0)
  const overwrites = rows.filter(({ step }) => step.kind === 'overwrite').length
  return {
    rows,
    cost,
    count: active.length,
    // A secret that is made anew is nobody else's yet.
    looks: act === 'move' ? active.length : overwrites,
    conflicts: conflicting.length,
    overwrites,
    choose: (id: string, choice: ConflictChoice) => setChoices(new Map([...choices, [id, choice]])),
    chooseAll: (choice: ConflictChoice) =>
      setChoices(new Map(conflicting.map(({ source }) => [source.id, choice]))),
    closed: closedReason(gone, fresh.isFetching, to, active.length),
    gone,
    error: begin.error,
    isStarting: begin.isPending,
    timeWords: timeWords(cost.writes),
    start: (onStarted: () => void) =>
      begin.mutate(undefined, {
        onSuccess: () => {
          onStarted()
          showToast('It runs in the top bar; this page can be left')
        },
      }),
  }
}

const mayRestore = ({ role }: OrganizationView) => role === 'owner' || role === 'admin'

function closedReason(
  gone: string | false,
  isReading: boolean,
  to: ComparedProject,
  count: number,
): string | false {
  if (gone) return gone
  if (!to.canWrite) return `You can read ${projectName(to)}, not write it.`
  if (isReading) return 'Both lists are being read again.'
  return count === 0 && 'Nothing is left to do: every row is skipped.'
}

function contentOf(step: ReturnType<typeof planTransfer>[number]['step']): TransferContent {
  if (step.kind === 'overwrite')
    return { kind: 'overwrite', targetId: step.target.id, targetSeen: step.target.changed }
  return { kind: 'create', name: step.kind === 'create' ? step.name : '' }
}

function timeWords(writes: number): string {
  if (writes <= WRITES_A_MINUTE) return 'It takes less than a minute.'
  return `On a cloud host it takes about ${Math.ceil(writes / WRITES_A_MINUTE)} minutes.`
}
