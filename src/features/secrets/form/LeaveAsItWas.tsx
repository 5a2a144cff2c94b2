import { Undo2 } from 'lucide-react'
import { Button } from '#/ui/Button'

/** Back from overwriting a field that cannot be decrypted. */
export function LeaveAsItWas({ onClick }: { onClick: () => void }) {
  return (
    <Button size={28} variant="ghost" icon={Undo2} onClick={onClick}>
      Leave it as it was
    </Button>
  )
}
