import { ShieldCheck, TriangleAlert } from 'lucide-react'
import type { DraftState } from '#/forms/draft-keeper'
import { Icon } from '#/ui/Icon'

/** Whether leaving loses anything; amber where it does. */
export function DraftHint({ state }: { state: DraftState }) {
  if (state.kind === 'refused') {
    return (
      <p role="status" className="flex gap-2 text-meta text-warning">
        <Icon of={TriangleAlert} className="text-warning-icon" />
        This browser keeps nothing on this device: leaving, locking or a reload loses what you typed.
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
