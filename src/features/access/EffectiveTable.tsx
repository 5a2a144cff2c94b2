import { Ban, ChevronRight, CircleHelp, Eye, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { AccessMap } from '#/domain/access/access-map'
import { MAYBE, NONE, READ_WRITE, rightLetters, rightWords } from '#/domain/access/facts'
import type { Right } from '#/domain/access/facts'
import { Callout } from '#/ui/Callout'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { Select } from '#/ui/Select'
import { byKindAndName, namelessThing } from './names'
import type { NamedThing, Names } from './names'
import { reasonWords } from './proof-words'
import { TableHead } from './TableHead'
import { Who } from './Who'

interface Props {
  before: AccessMap
  after: AccessMap
  target: string
  names: Names
  isEdited: boolean
  onProof: (principal: string) => void
}

interface Row {
  thing: NamedThing
  right: Right
  isChanged: boolean
}

type Kinds = 'all' | 'person' | 'machine'

/** Who can really reach the object, whatever the way, as it would be after the changes. */
export function EffectiveTable({ before, after, target, names, isEdited, onProof }: Props) {
  const [kinds, setKinds] = useState<Kinds>('all')
  const all = rowsOf(before, after, target, names)
  const rows = all.filter(({ thing }) => kinds === 'all' || thing.kind === kinds)
  const reaching = all.filter(({ right }) => right & READ_WRITE).length
  const doubts = [...after.facts.unknown].filter(([id]) => isAbout(after, target, id))
  const open = openGroups(after, target, names)
  return (
    <section aria-labelledby="effective" className="pb-6">
      <div className="flex min-h-13 items-center gap-2 px-4 pt-4 pb-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <h2 id="effective" className="text-section font-semibold">
            {isEdited ? 'Effective access, as it would be' : 'Effective access'}
          </h2>
          <span className="text-meta text-muted">
            {doubts.length + open.length > 0 ? '≥ ' : ''}
            {reaching} people and machine accounts
          </span>
        </div>
        <Select
          label="Kinds"
          hideLabel
          size={28}
          className="w-38"
          options={[
            { value: 'all', label: 'All kinds' },
            { value: 'person', label: 'People' },
            { value: 'machine', label: 'Machine accounts' },
          ]}
          value={kinds}
          onChange={setKinds}
        />
      </div>
      {(doubts.length > 0 || open.length > 0) && (
        <Callout icon={CircleHelp} title="There may be more." className="mx-4 mb-3">
          {doubts.map(
            ([id, reason]) =>
              `${id === target ? '' : `On project ${names.get(id)?.name ?? id.slice(0, 8)}: `}${reason} `,
          )}
          {open.length > 0 &&
            `Who is in ${open.join(', ')} is told to owners and admins only, so their members are not listed here.`}
        </Callout>
      )}
      <table className="w-full table-fixed">
        <caption className="sr-only">Effective access</caption>
        <TableHead
          isBetween
          heads={[
            { label: 'Who', className: 'px-4' },
            { label: 'Right', className: 'w-43 max-sm:w-38' },
            { label: 'Because', className: 'w-1/2 pr-4 max-sm:w-12 max-sm:text-transparent' },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <EffectiveRow key={row.thing.id} {...{ row, after, target, names, onProof }} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="px-4 py-3 text-muted">
          {all.length === 0 ? 'Nobody is known to reach it.' : 'Nobody of this kind is known to reach it.'}
        </p>
      )}
    </section>
  )
}

function EffectiveRow({
  row: { thing, right, isChanged },
  after,
  target,
  names,
  onProof,
}: Pick<Props, 'after' | 'target' | 'names' | 'onProof'> & { row: Row }) {
  return (
    <tr
      className={cx(
        'h-9 border-b border-line hover:bg-hover',
        isChanged && 'bg-accent-softer [box-shadow:inset_2px_0_0_var(--accent-text)]',
      )}
    >
      <td className="py-1 pr-3 pl-4">
        <Who thing={thing} isGone={right === NONE} />
      </td>
      <td className="py-1">
        <RightMark right={right} />
      </td>
      <td className="py-1 pr-2">
        <button
          type="button"
          onClick={() => onProof(thing.id)}
          className="-ml-1 flex w-full min-w-0 items-center gap-2 rounded-control px-1 py-0.5 text-left text-muted focus-inside hover:text-text"
        >
          <span className="sr-only">Why {thing.name}:</span>
          <span className="min-w-0 flex-1 truncate max-sm:sr-only">
            {reasonWords(after, names, thing.id, target)}
          </span>
          <Icon of={ChevronRight} />
        </button>
      </td>
    </tr>
  )
}

export function RightMark({ right }: { right: Right }) {
  const letters = rightLetters(right)
  const icon = letters === '' ? Ban : letters === '?' ? CircleHelp : letters === 'R' ? Eye : Pencil
  const more = right & MAYBE && letters !== '?'
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <Icon of={icon} size={14} className="text-muted" />
      {rightWords(right)}
      {more ? <span className="text-meta text-muted">or more</span> : null}
    </span>
  )
}

/** Certain rights, and those whom the edit touches; "maybe" alone is told above, once for all. */
function rowsOf(before: AccessMap, after: AccessMap, target: string, names: Names): Row[] {
  const { people, machines } = after.facts
  const ids = [...people.map(({ id }) => id), ...machines.map(({ id }) => id)]
  const isMachine = new Set(machines.map(({ id }) => id))
  return ids
    .flatMap((id): Row[] => {
      const [was, right] = [before.right(id, target), after.right(id, target)]
      const isChanged = (was & READ_WRITE) !== (right & READ_WRITE)
      if (!(right & READ_WRITE) && !isChanged) return []
      const thing = names.get(id) ?? namelessThing(isMachine.has(id) ? 'machine' : 'person', id)
      return [{ thing, right: isChanged && !(right & READ_WRITE) ? NONE : right, isChanged }]
    })
    .toSorted((a, b) => byKindAndName(a.thing, b.thing))
}

function isAbout(map: AccessMap, target: string, id: string): boolean {
  const secret = map.secretRow.get(target)
  return (
    id === target ||
    (secret !== undefined && map.facts.projects[map.facts.secrets.project[secret] ?? -1] === id)
  )
}

function openGroups(map: AccessMap, target: string, names: Names): string[] {
  const open = new Set(map.facts.groups.flatMap((group) => (group.isWhole ? [] : [group.id])))
  const on = [target, ...[...map.grantsOn.keys()].filter((id) => id !== target && isAbout(map, target, id))]
  const found = on.flatMap((id) => (map.grantsOn.get(id) ?? []).filter((grant) => open.has(grant.grantee)))
  return [...new Set(found.map(({ grantee }) => names.get(grantee)?.name ?? grantee.slice(0, 8)))]
}
