import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { savePolicies } from '#/data/access'
import type { PolicyTarget } from '#/session/access-types'
import { showToast } from '#/ui/toast-store'
import { risksOf } from './risks'
import type { useGrantEdit } from './use-grant-edit'
import { useMachineReads } from './use-machine-reads'
import type { ObjectAccess } from './use-object-access'

interface Saving {
  orgId: string
  target: PolicyTarget
  access: ObjectAccess
  edit: ReturnType<typeof useGrantEdit>
  readAgain: () => void
  onSaved: () => void
}

const nothing: ReadonlySet<string> = new Set()

/** From the preview to the server: what has to be ticked, and what came of it. */
export function useGrantSave({ orgId, target, access, edit, readAgain, onSaved }: Saving) {
  const client = useQueryClient()
  const saving = useMutation(savePolicies(client, orgId))
  const reads = useMachineReads(orgId, target.id, edit.preview, access.secretIds)
  const [ticked, setTicked] = useState(nothing)
  const [conflicts, setConflicts] = useState<string[]>([])
  const [half, setHalf] = useState<string | null>(null)

  const risks = risksOf({
    preview: edit.preview,
    before: edit.before,
    after: edit.after,
    target: target.id,
    names: access.names,
    reading: reads.reading,
  }).filter((risk) => target.kind !== 'granted' || risk.kind === 'machine')
  const closedReason =
    (edit.changes.size === 0 && 'Nothing is changed.') ||
    (reads.isAsking && 'The logs of the machine accounts are being read.') ||
    (risks.some(({ id }) => !ticked.has(id)) && 'Tick first what may be lost.')

  function reset() {
    setTicked(nothing)
    setConflicts([])
    setHalf(null)
    saving.reset()
  }

  async function save() {
    reset()
    let result
    try {
      result = await saving.mutateAsync(edit.request())
    } catch {
      // Shown beside the button, which the ticks have to open again.
      return
    }
    if (result.outcome === 'conflict') {
      edit.rebase(result.grants)
      setConflicts(result.ids)
      return
    }
    if (result.outcome === 'half') {
      setHalf(result.reason)
      readAgain()
      return
    }
    onSaved()
    await edit.clear()
    showToast(savedWords(result))
  }

  return {
    risks,
    ticked,
    conflicts,
    half,
    reads: reads.reads,
    error: saving.error,
    isSaving: saving.isPending,
    closedReason,
    save: () => void save(),
    discard: () => {
      reset()
      void edit.clear()
    },
    tick: (id: string) => {
      const next = new Set(ticked)
      if (!next.delete(id)) next.add(id)
      setTicked(next)
    },
  }
}

interface Saved {
  outcome: string
  others?: unknown[]
  slippedIn?: boolean | 'not known' | null
}

function savedWords({ outcome, others = [], slippedIn }: Saved): string {
  if (outcome === 'unchanged') return 'The server has it so already. Nothing was sent.'
  const kept =
    others.length === 1
      ? ' 1 change by somebody else meanwhile was kept.'
      : ` ${others.length} changes by somebody else meanwhile were kept.`
  const slipped =
    slippedIn === true
      ? ' Somebody changed the secret in the same moment: look at its versions.'
      : slippedIn === 'not known'
        ? ' Whether somebody changed the secret in the same moment is not known, as the log was not readable.'
        : ''
  return `Access saved.${others.length > 0 ? kept : ''}${slipped}`
}
