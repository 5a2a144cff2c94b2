import { Copy, History, KeyRound, MoreHorizontal, Pencil, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import { useCoveredReason } from '#/session/use-session'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import { canChangeSecret, closedReason } from './can'
import type { SecretActs } from './use-secret-acts'
import type { SecretFacts } from './use-secret-row'
import { recordedAs } from '#/domain/coverage/traces'

interface Props {
  secret: SecretFacts
  acts: SecretActs
}

export function SecretRowMenu({ secret, acts }: Props) {
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangeSecret(secret))
  return (
    <Menu
      trigger={
        <IconButton
          size={28}
          icon={MoreHorizontal}
          label={`Acts on ${secret.name ?? `secret ${secret.id.slice(0, 8)}`}`}
        />
      }
      items={[
        { label: 'Open', icon: SquareArrowOutUpRight, keyCap: '↵', onSelect: () => acts.open(secret) },
        {
          label: 'Copy value',
          icon: KeyRound,
          keyCap: 'c',
          hint: recordedAs('readSecret'),
          disabledReason: covered,
          onSelect: () => acts.copyValue(secret),
        },
        {
          label: 'Edit',
          icon: Pencil,
          keyCap: 'e',
          disabledReason: closed,
          onSelect: () => acts.edit(secret),
        },
        { label: 'Versions', icon: History, keyCap: 'v', onSelect: () => acts.versions(secret) },
        {
          label: 'Copy name',
          icon: Copy,
          keyCap: 'n',
          lineBefore: true,
          disabledReason: covered || (secret.name === null && 'The name cannot be decrypted'),
          onSelect: () => acts.copyName(secret),
        },
        { label: 'Copy id', icon: Copy, onSelect: () => acts.copyId(secret) },
        {
          label: 'Delete secret',
          icon: Trash2,
          isDanger: true,
          lineBefore: true,
          disabledReason: closed,
          onSelect: () => acts.remove(secret),
        },
      ]}
    />
  )
}
