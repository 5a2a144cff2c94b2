import { useQuery } from '@tanstack/react-query'
import { memberCollectionsQuery } from '#/data/members'
import { compareNames } from '#/domain/sort'
import type { CollectionRight } from '#/session/member-types'
import { Select } from '#/ui/Select'

const NONE = 'none'

const rights = {
  view: { label: 'Can view', readOnly: true, hidePasswords: false, manage: false },
  'view-hidden': { label: 'Can view, except passwords', readOnly: true, hidePasswords: true, manage: false },
  edit: { label: 'Can edit', readOnly: false, hidePasswords: false, manage: false },
  'edit-hidden': { label: 'Can edit, except passwords', readOnly: false, hidePasswords: true, manage: false },
  manage: { label: 'Can manage', readOnly: false, hidePasswords: false, manage: true },
} as const

type RightName = keyof typeof rights
const names = Object.keys(rights) as RightName[]
const options = [
  { value: NONE, label: 'No right' },
  ...names.map((value) => ({ value, label: rights[value].label })),
] as const

/** `manage` holds whatever else is set with it. */
const nameOf = (right: CollectionRight): RightName =>
  right.manage
    ? 'manage'
    : (names.find(
        (name) =>
          rights[name].readOnly === right.readOnly && rights[name].hidePasswords === right.hidePasswords,
      ) ?? 'view')

interface Props {
  orgId: string
  chosen: readonly CollectionRight[]
  onChange: (chosen: CollectionRight[]) => void
}

/** Rights on collections of the password manager; those that this account may not give stay as they are. */
export function CollectionList({ orgId, chosen, onChange }: Props) {
  const query = useQuery(memberCollectionsQuery(orgId))
  const all = query.data ?? []
  const shown = all
    .filter(({ mayGive }) => mayGive)
    .map(({ id, name }) => ({ id, name: name.ok ? name.text : `Collection ${id.slice(0, 8)}` }))
    .toSorted((a, b) => compareNames(a.name, b.name))
  const kept = chosen.filter(({ id }) => !shown.some((one) => one.id === id)).length
  const give = (id: string, name: RightName | typeof NONE) => {
    const others = chosen.filter((right) => right.id !== id)
    if (name === NONE) return onChange(others)
    const { readOnly, hidePasswords, manage } = rights[name]
    onChange([...others, { id, readOnly, hidePasswords, manage }])
  }
  if (query.isPending || (query.data !== undefined && all.length === 0)) return null
  return (
    <fieldset>
      <legend className="mb-1 flex w-full items-baseline gap-2 font-medium">
        Collections <span className="font-normal text-muted">{chosen.length} given</span>
      </legend>
      {shown.length > 0 && (
        <ul className="max-h-40 overflow-y-auto rounded-control border border-line-strong p-2">
          {shown.map(({ id, name }) => {
            const own = chosen.find((right) => right.id === id)
            return (
              <li key={id} className="flex items-center gap-3 py-1">
                <bdi className="min-w-0 flex-1 truncate" title={name}>
                  {name}
                </bdi>
                <Select
                  label={`Right on ${name}`}
                  hideLabel
                  size={28}
                  className="w-40 shrink-0"
                  options={options}
                  value={own ? nameOf(own) : NONE}
                  onChange={(right) => give(id, right)}
                />
              </li>
            )
          })}
        </ul>
      )}
      <p className="mt-1 text-meta text-muted">
        {query.error || query.data === null
          ? 'The collections could not be read: what is given stays as it is.'
          : 'Of the password manager; they give no secrets.'}
        {kept > 0 && query.data && ` ${kept} that you may not give stay as they are.`}
      </p>
    </fieldset>
  )
}
