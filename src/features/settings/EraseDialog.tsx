import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import { deviceKey, eraseStored } from '#/data/device'
import { draftListQuery } from '#/data/drafts'
import { announce } from '#/ui/announcer'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import type { StoredGroup } from './stored-groups'

const LABELS: Record<string, string> = {
  device: 'Erase the device id',
  jobs: 'Erase the jobs',
  views: 'Erase saved views',
  names: 'Erase remembered names',
  'two-step': 'Erase two-step trust',
  unknown: 'Erase this entry',
  demo: 'Erase the demo’s data',
}

const LOSSES: Record<string, string> = {
  device: 'At the next sign-in the server takes this browser for a new one and sends a mail about it.',
  jobs: 'A job that was interrupted cannot go on, and what became of each object is forgotten. Nothing changes on the server.',
  views: 'The saved views of everybody who signs in with this browser are lost. No secret is touched.',
  names:
    'What was deleted in earlier sessions has no name in the log any more, and remembering is off for everybody who signs in with this browser.',
  'two-step': 'The next sign-in of each account asks for a code again.',
  unknown: 'This version did not write it. Another program at this address, or another version, may need it.',
  demo: 'A demo that was opened at this address begins anew.',
}

export function EraseDialog({ group, onClose }: { group: StoredGroup; onClose: () => void }) {
  const client = useQueryClient()
  const erase = useMutation({
    mutationFn: async () => {
      for (const item of group.items) await eraseStored(item)
    },
    onSuccess: async () => {
      announce(`${group.name} erased.`)
      await Promise.all([
        client.invalidateQueries({ queryKey: deviceKey }),
        client.invalidateQueries(draftListQuery()),
      ])
      onClose()
    },
  })
  const count = group.items.reduce((sum, item) => sum + item.count, 0)
  const label =
    group.kind === 'drafts' ? `Erase ${count} ${count === 1 ? 'draft' : 'drafts'}` : LABELS[group.kind]
  return (
    <ConfirmDialog
      title={`${label ?? 'Erase'}?`}
      confirmLabel={label ?? 'Erase'}
      confirmIcon={Eraser}
      isDanger
      busy={erase.isPending}
      error={
        erase.error && 'The browser refused to erase it. Close other tabs of this address and try again.'
      }
      footerStart="Cannot be undone. On this device only; the server is not told."
      onConfirm={() => erase.mutate()}
      onClose={onClose}
    >
      {group.kind === 'drafts' ? <DraftLosses count={count} /> : <p>{LOSSES[group.kind]}</p>}
      {group.kind === 'unknown' && <p className="font-mono text-mono break-all">{group.name}</p>}
    </ConfirmDialog>
  )
}

/** Drafts of other accounts on this device count too: they cannot be opened here, but they go as well. */
export function DraftLosses({ count }: { count: number }) {
  const drafts = useQuery(draftListQuery())
  const others = drafts.data ? Math.max(0, count - drafts.data.length) : 0
  return (
    <p>
      {count === 1 ? 'One edit' : `${count} edits`} that {count === 1 ? 'was' : 'were'} typed and not saved{' '}
      {count === 1 ? 'is' : 'are'} lost.
      {others > 0 &&
        ` ${others} of them ${others === 1 ? 'belongs' : 'belong'} to another account on this device.`}
    </p>
  )
}
