import { RotateCcw, Trash2 } from 'lucide-react'
import { canChangeSecret, closedReason } from '#/features/secrets/can'
import { useSecretPage } from '#/features/secrets/secret-context'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import type { Choice } from './choices'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface Props {
  choice: Choice
  isRecorded: boolean
  onRestore: () => void
  onDelete: () => void
}

/** What can be done with the older one of the two. */
export function CompareActs({ choice, isRecorded, onRestore, onDelete }: Props) {
  const { secret } = useSecretPage()
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangeSecret(secret))
  const name = `version ${choice.number}`
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line-strong bg-chrome px-4 py-3">
      <div className="mr-auto min-w-0">
        <p className="font-medium">
          {choice.entry?.isCurrent ? 'This is the current value' : `Restore ${name}`}
        </p>
        <p className="text-meta text-muted">
          Becomes the current value; machines get it on their next read.{' '}
          <TraceLink act={isRecorded ? 'changeSecret' : 'restoreVersion'}>
            {recordsOne(isRecorded ? 'changeSecret' : 'restoreVersion')}
          </TraceLink>
          .
        </p>
      </div>
      <Button variant="danger" icon={Trash2} disabledReason={closed} onClick={onDelete}>
        Delete {name}
      </Button>
      <Button
        variant="solid"
        icon={RotateCcw}
        disabledReason={closed || (choice.entry?.isCurrent === true && 'It is the current value already.')}
        onClick={onRestore}
      >
        Restore {name}
      </Button>
    </div>
  )
}
