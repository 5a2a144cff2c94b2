import { Ban, KeyRound, MoreHorizontal, Pencil, RotateCcw, Send, UserCheck, UserMinus } from 'lucide-react'
import { SelectionBar } from '#/table/SelectionBar'
import type { RowSelection } from '#/table/use-selection'
import { Button } from '#/ui/Button'
import type { IconType } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import type { ActName } from './can'
import { membersOf, type MemberRow } from './member-row'
import type { MemberActs } from './use-member-acts'

interface Props {
  selection: RowSelection
  selected: readonly MemberRow[]
  acts: MemberActs
  /** Rows that are shown. */
  matching: number
}

const all: { act: ActName; label: string; icon: IconType; isDanger?: true }[] = [
  { act: 'confirm', label: 'Confirm', icon: UserCheck },
  { act: 'reinvite', label: 'Send again', icon: Send },
  { act: 'switchOn', label: 'Switch Secrets Manager on', icon: KeyRound },
  { act: 'edit', label: 'Change role', icon: Pencil },
  { act: 'restore', label: 'Restore', icon: RotateCcw },
  { act: 'revoke', label: 'Revoke', icon: Ban, isDanger: true },
  { act: 'remove', label: 'Remove', icon: UserMinus, isDanger: true },
]

/** "Confirm 3 members", "Send again to 1 member", "Change role of 2 members". */
function barWords(label: string, count: number): string {
  const before = label === 'Change role' ? ' of' : label === 'Send again' ? ' to' : ''
  return `${label}${before} ${membersOf(count)}`
}

/** How many of the selection an act concerns, and the first reason where it is nobody. */
function concerns(act: ActName, selected: readonly MemberRow[], acts: MemberActs) {
  let count = 0
  let reason: string | false = false
  for (const member of selected) {
    const verdict = acts.can(act, member)
    if (verdict === true) count += 1
    else reason ||= verdict.no
  }
  return { count, reason: count === 0 && reason }
}

/** Each act tells how many it concerns. */
export function MembersBar({ selection, selected, acts, matching }: Props) {
  const items = all.map((item) => ({ ...item, ...concerns(item.act, selected, acts) }))
  const shown = items.filter(({ act, count }) => count > 0 && (act === 'confirm' || act === 'reinvite'))
  const first = shown.length > 0 ? shown : items.filter(({ act }) => act === 'edit')
  const rest = items.filter((item) => !first.includes(item))
  return (
    <SelectionBar {...{ selection, matching }} words={membersOf(selected.length)}>
      {first.map(({ act, label, icon, count, reason }) => (
        <Button
          key={act}
          size={28}
          icon={icon}
          disabledReason={reason}
          onClick={() => acts.ask(act, selected)}
        >
          {barWords(label, count)}
        </Button>
      ))}
      <Menu
        align="end"
        trigger={<IconButton size={28} icon={MoreHorizontal} label="More acts on the selection" />}
        items={rest.map(({ act, label, icon, count, reason, isDanger }) => ({
          label: count > 0 ? `${label}: ${count.toLocaleString('en-GB')}` : label,
          icon,
          isDanger,
          disabledReason: reason,
          onSelect: () => acts.ask(act, selected),
        }))}
      />
    </SelectionBar>
  )
}
