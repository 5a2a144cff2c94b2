import { Undo2 } from 'lucide-react'
import { Button } from '#/ui/Button'
import { SAVING } from './closed-reason'

/** Back from overwriting a field that cannot be decrypted. */
export function LeaveAsItWas({ isSaving, onClick }: { isSaving: boolean; onClick: () => void }) {
  return (
    <Button size={28} variant="ghost" icon={Undo2} disabledReason={isSaving && SAVING} onClick={onClick}>
      Leave it as it was
    </Button>
  )
}
