import { Link } from '@tanstack/react-router'
import { Eye, EyeOff, GitCompareArrows, RotateCcw, Trash2 } from 'lucide-react'
import type { HistoryEntry } from '#/domain/history-types'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { canChangeSecret, closedReason } from '#/features/secrets/can'
import { useSecretPage } from '#/features/secrets/secret-context'
import type { useVersionValue } from './use-version-value'

interface Props {
  entry: HistoryEntry<number>
  number: number
  before: string | null
  value: ReturnType<typeof useVersionValue>
  onRestore: () => void
  onDelete: () => void
}

/** What can be done with one kept value. */
export function VersionActs({ entry, number, before, value, onRestore, onDelete }: Props) {
  const { organization, secret } = useSecretPage()
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangeSecret(secret))
  // The live value can be compared also where no row is known to hold it.
  const id = entry.versionId ?? (entry.isCurrent ? 'current' : null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {before && id && (
        <Link
          to="/orgs/$orgId/secrets/$secretId/versions/$a/$b"
          params={{ orgId: organization.id, secretId: secret.id, a: before, b: id }}
          aria-label={`Compare version ${number} with the one before`}
          className={buttonClass({ size: 28 })}
        >
          <Icon of={GitCompareArrows} className="text-muted" />
          Compare
        </Link>
      )}
      {entry.versionId ? (
        <>
          <Button
            size={28}
            icon={value.shown ? EyeOff : Eye}
            aria-pressed={value.shown !== null}
            busy={value.isReading}
            disabledReason={covered}
            aria-label={`${value.shown ? 'Hide' : 'Reveal'} version ${number}`}
            onClick={value.toggle}
          >
            {value.shown ? 'Hide' : 'Reveal'}
          </Button>
          {!entry.isCurrent && (
            <Button
              size={28}
              icon={RotateCcw}
              aria-label={`Restore version ${number}`}
              disabledReason={closed}
              onClick={onRestore}
            >
              Restore
            </Button>
          )}
          <IconButton
            size={28}
            icon={Trash2}
            label={`Delete version ${number}`}
            disabledReason={closed}
            onClick={onDelete}
          />
        </>
      ) : (
        <span className="text-meta text-muted">Value not kept by the server</span>
      )}
    </div>
  )
}
