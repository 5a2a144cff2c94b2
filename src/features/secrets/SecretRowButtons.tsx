import { Copy, Pencil } from 'lucide-react'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { IconButton } from '#/ui/IconButton'
import { canChangeSecret, closedReason } from './can'
import type { SecretActs } from './use-secret-acts'
import type { SecretFacts } from './use-secret-row'
import { recordedAs } from '#/domain/coverage/traces'

interface Props {
  secret: SecretFacts
  acts: SecretActs
  isRoomy: boolean
}

/** The two acts that are wanted most, at the end of the name. */
export function RowButtons({ secret, acts, isRoomy }: Props) {
  const covered = useCoveredReason()
  const copy = {
    icon: Copy,
    size: 28,
    keyCap: 'c',
    disabledReason: covered,
    onClick: () => acts.copyValue(secret),
  } as const
  const edit = {
    icon: Pencil,
    size: 28,
    keyCap: 'e',
    disabledReason: covered || closedReason(canChangeSecret(secret)),
    onClick: () => acts.edit(secret),
  } as const
  if (!isRoomy) {
    return (
      <>
        <IconButton {...copy} variant="outlined" label="Copy value (recorded)" />
        <IconButton {...edit} variant="outlined" label="Edit" />
      </>
    )
  }
  return (
    <>
      <Button {...copy} icon={undefined} title={recordedAs('readSecret')}>
        Copy value
      </Button>
      <Button {...edit} icon={undefined}>
        Edit
      </Button>
    </>
  )
}
