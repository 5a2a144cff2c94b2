import { useBlocker } from '@tanstack/react-router'
import { session } from '#/session/session'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { isLostByReload } from './draft-keeper'
import type { Draft } from './use-draft'

/** Asks before leaving, but only where the edit could not be kept as a draft. A lock is never held up. */
export function UnsavedGuard({
  draft,
  noun,
}: {
  draft: Pick<Draft<never>, 'state' | 'seal' | 'isUnkept'>
  noun: string
}) {
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
      <p>What you typed could not be sealed as a draft. It is gone when you leave this page.</p>
    </ConfirmDialog>
  )
}
