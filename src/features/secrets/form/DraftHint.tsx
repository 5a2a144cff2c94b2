import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { isLostByReload } from '#/forms/draft-keeper'
import type { DraftState } from '#/forms/draft-keeper'
import { Icon } from '#/ui/Icon'

/** Whether leaving loses anything; amber where it does. */
export function DraftHint({ state }: { state: DraftState }) {
  if (isLostByReload(state)) {
    return (
      <p role="status" className="flex gap-2 text-meta text-warning">
        <Icon of={TriangleAlert} className="text-warning-icon" />
        {state.kind === 'refused'
          ? 'What you typed could not be sealed as a draft: leaving, locking or a reload loses it.'
          : 'This browser keeps nothing on this device: leaving or locking loses nothing, a reload or closing the tab loses what you typed.'}
      </p>
    )
  }
  return (
    <p className="flex gap-2 text-meta text-muted">
      <Icon of={ShieldCheck} />
      Leaving, locking or a reload loses nothing: what you typed stays as a draft, sealed with your key.
    </p>
  )
}
