import { Minus, Pencil, Plus, Undo2, X } from 'lucide-react'
import { NONE, READ, READ_WRITE, rightWords } from '#/domain/access/facts'
import type { PolicyTarget } from '#/session/access-types'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Select } from '#/ui/Select'
import { useMedia } from '#/ui/use-media'
import type { EditedRow } from './grant-edit'
import { namelessThing } from './names'
import type { Names } from './names'
import { TableHead } from './TableHead'
import { Who } from './Who'

interface Props {
  target: PolicyTarget
  rows: readonly EditedRow[]
  names: Names
  isSaving: boolean
  onSet: (row: EditedRow, right: number) => void
}

const RIGHTS = [
  { value: '1', label: 'Can read' },
  { value: '3', label: 'Can read and write' },
] as const

/** Every grant of the object with its own right; a change is marked until it is saved. */
export function GrantTable({ target, rows, names, isSaving, onSet }: Props) {
  const isNarrow = useMedia('(width < 40rem)')
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">Direct grants</caption>
      <TableHead
        heads={[
          {
            label: `${target.kind === 'granted' ? 'Project' : 'Who'}${isNarrow ? ' and right' : ''}`,
            className: 'px-4',
          },
          ...(isNarrow ? [] : [{ label: 'Right', className: 'w-47' }]),
          { label: 'Change', className: 'w-36 px-3 max-sm:hidden' },
          { label: 'Remove', className: 'w-12', isUnseen: true },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} {...{ target, row, names, isSaving, onSet, isNarrow }} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Omit<Props, 'rows'> & { row: EditedRow; isNarrow: boolean }

/** On a phone the right stands under the name, where its words have room. */
function Row({ isNarrow, ...props }: RowProps) {
  const { row, names, isSaving, onSet } = props
  const thing = names.get(row.id) ?? namelessThing(row.kind, row.id)
  const isGone = row.after === NONE
  const isChanged = row.after !== row.before
  return (
    <tr
      className={cx(
        'h-9 border-b border-line',
        isChanged && 'bg-accent-softer [box-shadow:inset_2px_0_0_var(--accent-text)]',
      )}
    >
      <td className="py-1 pr-3 pl-4">
        <Who thing={thing} isGone={isGone} />
        {isNarrow && (
          <div className="mt-1 ml-5">
            <RightChoice {...props} name={thing.name} />
          </div>
        )}
      </td>
      {!isNarrow && (
        <td className="py-1">
          <RightChoice {...props} name={thing.name} />
        </td>
      )}
      <td className="px-3 py-1 max-sm:hidden">
        <ChangeWord row={row} />
      </td>
      <td className="py-1 pr-3 text-right">
        <Undo row={row} name={thing.name} isSaving={isSaving} onSet={onSet} />
      </td>
    </tr>
  )
}

function RightChoice({ target, row, name, isSaving, onSet }: Omit<RowProps, 'isNarrow'> & { name: string }) {
  const isFixed = target.kind === 'machine'
  if (row.after === NONE) {
    return <span className="px-2 text-muted line-through">{rightWords(row.before)}</span>
  }
  if (isFixed || !row.mayChange) {
    return (
      <span
        className="px-2"
        title={isFixed ? 'On machine accounts there is no right to read alone.' : undefined}
      >
        {rightWords(row.after)}
      </span>
    )
  }
  return (
    <Select
      label={`Right of ${name}`}
      hideLabel
      size={28}
      className="w-44 max-sm:w-54"
      disabled={isSaving}
      options={RIGHTS}
      value={row.after === READ_WRITE ? '3' : row.after === READ ? '1' : ''}
      placeholder={rightWords(row.after)}
      onChange={(value) => onSet(row, Number(value))}
    />
  )
}

function Undo({
  row,
  name,
  isSaving,
  onSet,
}: Pick<Props, 'isSaving' | 'onSet'> & { row: EditedRow; name: string }) {
  const closed = isSaving
    ? 'The changes are being saved.'
    : !row.mayChange && 'Your account cannot write this project, so this grant is not yours to change.'
  if (row.after === NONE) {
    return (
      <IconButton
        size={28}
        icon={Undo2}
        label={`Keep ${name}`}
        disabledReason={closed}
        onClick={() => onSet(row, row.before)}
      />
    )
  }
  return (
    <IconButton
      size={28}
      icon={X}
      label={`Remove ${name}`}
      disabledReason={closed}
      onClick={() => onSet(row, NONE)}
    />
  )
}

function ChangeWord({ row }: { row: EditedRow }) {
  if (row.after === row.before) return null
  const [icon, words] =
    row.after === NONE
      ? [Minus, 'Removed']
      : row.before === NONE
        ? [Plus, 'New']
        : [Pencil, `was ${rightWords(row.before)}`]
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <Icon of={icon} size={12} />
      {words}
    </span>
  )
}
