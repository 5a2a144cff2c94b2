import { useMutation } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import { eraseStored, measureDevice, type StoredItem } from '#/data/device'
import { resetSettings } from '#/data/settings'
import { session } from '#/session/session'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { DraftLosses } from './EraseDialog'

const isOwn = ({ kind }: StoredItem) => kind !== 'unknown' && kind !== 'demo'

/** Takes what this console keeps, and nothing that it does not know: a web vault may live at the same address. */
export function EraseAllDialog({ items, onClose }: { items: StoredItem[]; onClose: () => void }) {
  const own = items.filter(isOwn)
  const drafts = own.filter((i) => i.kind === 'drafts').reduce((sum, item) => sum + item.count, 0)
  const hasTrust = own.some((item) => item.kind === 'two-step')
  const unknown = items.filter((item) => item.kind === 'unknown').length
  const erase = useMutation({
    mutationFn: async () => {
      // First: signing out seals open forms once more and takes the session from every tab.
      await session.call('signOut', null)
      const { items: left } = await measureDevice()
      for (const item of left.filter(isOwn)) await eraseStored(item)
      resetSettings()
      session.tellDevice()
    },
  })
  return (
    <ConfirmDialog
      title="Erase all and sign out?"
      confirmLabel="Erase all and sign out"
      confirmIcon={Eraser}
      isDanger
      busy={erase.isPending}
      error={
        erase.error &&
        'Not everything could be erased. Close other tabs of this address and erase the rest by itself.'
      }
      footerStart="Cannot be undone. Nothing changes on the server."
      onConfirm={() => erase.mutate()}
      onClose={onClose}
    >
      {drafts > 0 && <DraftLosses count={drafts} />}
      <ul className="list-disc pl-5">
        <li>All tabs are signed out; the next sign-in needs the e-mail and the master password.</li>
        {hasTrust && <li>Accounts with two-step login are asked for a code again.</li>}
        <li>Look, timers and keys are as in a fresh browser.</li>
        <li>The server takes this browser for a new one and may send a mail about it.</li>
        {unknown > 0 && (
          <li>
            {unknown === 1 ? 'One entry' : `${unknown} entries`} not known to this version{' '}
            {unknown === 1 ? 'stays' : 'stay'}.
          </li>
        )}
      </ul>
    </ConfirmDialog>
  )
}
