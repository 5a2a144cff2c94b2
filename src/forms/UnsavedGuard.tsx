import { useBlocker } from '@tanstack/react-router'
import { session } from '#/session/session'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { isLostByReload } from './draft-keeper'
import type { Draft } from './use-draft'

/** Asks before leaving where the edit is not kept as a draft, and holds on while it is saved. A lock is never held up. */
export function UnsavedGuard({
  draft,
  noun,
  isSaving = false,
}: {
  draft: Pick<Draft<never>, 'state' | 'seal' | 'isUnkept'>
  noun: string
  isSaving?: boolean
}) {
  useBlocker({
    shouldBlockFn: () => {
      if (!isSaving || session.state?.phase !== 'open') return false
      showToast('Still saving: stay until the server has answered.')
      return true
    },
    enableBeforeUnload: () => isSaving,
  })
  const blocker = useBlocker({
    shouldBlockFn: async () => {
      if (session.state?.phase !== 'open') return false
      await draft.seal()
      return draft.isUnkept()
    },
    enableBeforeUnload: () => isLostByReload(draft.state),
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <ConfirmDialog
      title="Leave and lose what you typed?"
      isDanger
      confirmLabel={`Leave without saving ${noun}`}
      onConfirm={blocker.proceed}
      onClose={blocker.reset}
    >
      <p>What you typed is not kept as a draft. It is gone when you leave this page.</p>
    </ConfirmDialog>
  )
}
