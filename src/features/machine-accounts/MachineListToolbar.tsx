import { ListSearch } from '#/table/ListSearch'
import type { ListPage } from '#/table/use-list-page'
import { Button } from '#/ui/Button'
import { Select } from '#/ui/Select'
import { Toolbar } from '#/ui/Toolbar'
import type { MachineNarrowing } from './machine-order'
import type { MachineRow } from './machine-row'
import type { MachineListView } from './use-machine-view'

const narrowings: [MachineNarrowing, string][] = [
  ['expiring', 'Expires in 14 days'],
  ['endless', 'Never expires'],
  ['unseen', 'Not seen in 90 days'],
]

interface Props {
  page: ListPage
  view: MachineListView
  rows: readonly MachineRow[] | null
  isClosed: boolean
}

/** Search by name, one project, one question. */
export function MachineListToolbar({ page, view, rows, isClosed }: Props) {
  const projects = projectsOf(rows ?? [])
  return (
    <Toolbar>
      <div className="flex min-w-0 flex-1 max-sm:basis-full">
        <ListSearch page={page} label="Search names" isClosed={isClosed} />
      </div>
      <Select
        label="Project"
        disabled={isClosed}
        hideLabel
        size={28}
        className="w-40 shrink-0 max-sm:w-[calc(50%-0.25rem)]"
        options={[{ value: 'any', label: 'Any project' }, ...projects]}
        value={view.project ?? 'any'}
        onChange={(project) => view.setProject(project === 'any' ? undefined : project)}
      />
      {narrowings.map(([is, label]) => (
        <Button
          key={is}
          size={28}
          aria-pressed={view.is === is}
          disabledReason={isClosed && 'Nothing is known yet that could be filtered.'}
          className="max-lg:hidden"
          onClick={() => view.setIs(view.is === is ? undefined : is)}
        >
          {label}
        </Button>
      ))}
      <Select
        label="Only those that"
        disabled={isClosed}
        hideLabel
        size={28}
        className="w-44 shrink-0 max-sm:w-[calc(50%-0.25rem)] lg:hidden"
        options={[
          { value: 'any', label: 'Any state' },
          ...narrowings.map(([value, label]) => ({ value, label })),
        ]}
        value={view.is ?? 'any'}
        onChange={(is) => view.setIs(is === 'any' ? undefined : is)}
      />
    </Toolbar>
  )
}

/** Those in which a machine account that was read has a grant. */
function projectsOf(rows: readonly MachineRow[]): { value: string; label: string }[] {
  const known = new Map<string, string>()
  for (const { facts } of rows) {
    if (!facts?.projects.ok) continue
    for (const { id, name } of facts.projects.value)
      known.set(id, name.ok ? name.text : `Project ${id.slice(0, 8)}`)
  }
  return [...known]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
