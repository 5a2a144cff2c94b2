import { Button } from '#/ui/Button'
import { Segmented } from '#/ui/Segmented'
import { Select } from '#/ui/Select'
import type { MatrixFilter } from './matrix-rows'

/** How the explorer is looked at; it stands in the URL. */
export interface Search {
  view?: 'who' | 'what' | undefined
  of?: string | undefined
  kinds?: MatrixFilter['kinds']
  right?: MatrixFilter['right']
  by?: MatrixFilter['by']
  /** Rights that the log says were not used are marked. */
  use?: 'unused' | undefined
  cell?: string | undefined
}

interface ViewsProps {
  isNarrow: boolean
  value: 'matrix' | 'who' | 'what'
  onSet: (change: Partial<Search>) => void
}

export function Views({ isNarrow, value, onSet }: ViewsProps) {
  return (
    <Segmented
      label="View"
      size={28}
      options={[
        ...(isNarrow ? [] : [{ value: 'matrix' as const, label: 'Matrix' }]),
        { value: 'who', label: 'Who can reach' },
        { value: 'what', label: 'What can reach' },
      ]}
      value={value}
      onChange={(next) =>
        onSet({ view: next === 'matrix' ? undefined : next, of: undefined, cell: undefined })
      }
    />
  )
}

interface FiltersProps {
  search: Search
  mayReadLog: boolean
  onSet: (change: Partial<Search>) => void
}

export function Filters({ search, mayReadLog, onSet }: FiltersProps) {
  return (
    <>
      <Select
        label="Kinds"
        hideLabel
        size={28}
        className="w-40 max-xl:w-28"
        options={[
          { value: 'all', label: 'All kinds' },
          { value: 'person', label: 'People' },
          { value: 'admin', label: 'Owners and admins' },
          { value: 'user', label: 'Other people' },
          { value: 'group', label: 'Groups' },
          { value: 'machine', label: 'Machine accounts' },
        ]}
        value={search.kinds ?? 'all'}
        onChange={(value) => onSet({ kinds: value === 'all' ? undefined : value })}
      />
      <Select
        label="Right"
        hideLabel
        size={28}
        className="w-34 max-xl:w-28"
        options={[
          { value: 'all', label: 'All rights' },
          { value: 'any', label: 'With a right' },
          { value: 'write', label: 'Can write' },
          { value: 'unknown', label: 'Not known' },
        ]}
        value={search.right ?? 'all'}
        onChange={(value) => onSet({ right: value === 'all' ? undefined : value })}
      />
      <Button
        size={28}
        aria-pressed={search.by === 'direct'}
        onClick={() => onSet({ by: search.by ? undefined : 'direct' })}
      >
        Only direct
      </Button>
      <Button
        size={28}
        aria-pressed={search.use === 'unused'}
        disabledReason={
          !mayReadLog && 'Only owners, admins and people with that permission may read the event log.'
        }
        onClick={() => onSet({ use: search.use ? undefined : 'unused' })}
      >
        Mark unused
      </Button>
    </>
  )
}
