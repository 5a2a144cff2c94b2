import { Copy, MoreHorizontal, Pencil, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import { canChangeMachine, closedReason } from './can'
import { shownName, type MachineRow } from './machine-row'
import type { MachineActs } from './use-machine-acts'

export function MachineRowMenu({ machine, acts }: { machine: MachineRow; acts: MachineActs }) {
  const closed = closedReason(canChangeMachine(machine))
  return (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${shownName(machine)}`} />}
      items={[
        { label: 'Open', icon: SquareArrowOutUpRight, keyCap: '↵', onSelect: () => acts.open(machine) },
        {
          label: 'Rename',
          icon: Pencil,
          keyCap: 'e',
          disabledReason: closed,
          onSelect: () => acts.rename(machine),
        },
        {
          label: 'Copy name',
          icon: Copy,
          keyCap: 'n',
          lineBefore: true,
          disabledReason: machine.name === null && 'The name cannot be decrypted',
          onSelect: () => acts.copyName(machine),
        },
        { label: 'Copy id', icon: Copy, onSelect: () => acts.copyId(machine) },
        {
          label: 'Delete machine account',
          icon: Trash2,
          isDanger: true,
          lineBefore: true,
          disabledReason: closed,
          onSelect: () => acts.remove(machine),
        },
      ]}
    />
  )
}
