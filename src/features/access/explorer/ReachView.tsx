import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { READ, rightWords } from '#/domain/access/facts'
import { secretName } from '#/session/secret-columns'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'
import { SearchField } from '#/ui/SearchField'
import { Select } from '#/ui/Select'
import { Waypoints } from 'lucide-react'
import { EffectiveTable, RightMark } from '#/features/access/EffectiveTable'
import { byKindAndName, isMatch } from '#/features/access/names'
import type { NamedThing } from '#/features/access/names'
import { reasonWords } from '#/features/access/proof-words'
import { TableHead } from '#/features/access/TableHead'
import { BulkGrantDialog } from './BulkGrantDialog'
import type { Explorer } from './build-explorer'

interface Props {
  orgId: string
  explorer: Explorer
  view: 'who' | 'what'
  of: string | null
  onChoose: (id: string) => void
  onProof: (principal: string, project: string) => void
}

/** One object or one principal, chosen by name; the rest is counted and listed. */
export function ReachView(props: Props) {
  const { explorer, view, of, onChoose } = props
  const [text, setText] = useState('')
  const things = [...explorer.names.values()]
    .filter((thing) => (view === 'who' ? thing.kind === 'project' : explorer.map.rows.has(thing.id)))
    .filter((thing) => thing.kind !== 'person' || !explorer.map.isOff(explorer.map.rows.get(thing.id) ?? -1))
    .filter((thing) => isMatch(thing, text) || thing.id === of)
    .toSorted(byKindAndName)
  const noun = view === 'who' ? 'project' : 'person, group or machine account'
  return (
    <div className="min-w-0 flex-1 overflow-y-auto">
      <div className="flex flex-wrap items-end gap-2 border-b border-line px-4 py-3">
        <SearchField label={`Find a ${noun} by name`} value={text} onChange={setText} className="max-w-80" />
        <Select
          label={view === 'who' ? 'Project' : 'Person, group or machine account'}
          hideLabel
          size={28}
          className="w-80 max-sm:w-full"
          placeholder={`Choose a ${noun} (${things.length})`}
          options={things.map((thing) => ({ value: thing.id, label: optionWords(thing) }))}
          value={of ?? ''}
          onChange={onChoose}
        />
      </div>
      {of !== null && explorer.names.has(of) ? (
        <Chosen {...props} of={of} />
      ) : (
        <EmptyState
          icon={Waypoints}
          title={view === 'who' ? 'Who can reach a project' : 'What somebody can reach'}
          text={`Choose a ${noun}. For a single secret, open its own Access tab: it knows its own grants too.`}
        />
      )}
    </div>
  )
}

const KIND_WORDS: Record<NamedThing['kind'], string> = {
  person: 'person',
  group: 'group',
  machine: 'machine account',
  project: 'project',
}

const optionWords = ({ kind, name }: NamedThing) =>
  kind === 'project' ? name : `${name} (${KIND_WORDS[kind]})`

function Chosen({ orgId, explorer, view, of, onProof }: Props & { of: string }) {
  if (view === 'what') return <WhatReach {...{ orgId, explorer, of, onProof }} />
  const project = explorer.projects.find(({ id }) => id === of)
  return (
    <>
      <p className="px-4 pt-4">
        <Link
          to="/orgs/$orgId/projects/$projectId/access"
          params={{ orgId, projectId: of }}
          className={linkClass}
        >
          {explorer.names.get(of)?.name}
        </Link>{' '}
        holds {project?.secrets ?? 0} secrets that you can read.
      </p>
      <EffectiveTable
        before={explorer.map}
        after={explorer.map}
        target={of}
        names={explorer.names}
        isEdited={false}
        onProof={(principal) => onProof(principal, of)}
      />
    </>
  )
}

/** Listed at once; the rest is counted. */
const LISTED = 200

export function WhatReach({
  orgId,
  explorer,
  of,
  onProof,
}: Pick<Props, 'orgId' | 'explorer' | 'onProof'> & { of: string }) {
  const { map, names, projects, columns, directory } = explorer
  const row = map.rows.get(of) ?? -1
  const reached = projects.filter(({ id }) => map.right(of, id) !== 0)
  const secrets = Array.from({ length: columns.count }, (_, i) => i).filter(
    (i) => (map.secretRight(row, i) & READ) !== 0,
  )
  const isWhole = map.isAdmin(row)
  const counted = directory.machines.find(({ id }) => id === of)?.inReach ?? null
  return (
    <div className="p-4">
      <GrantMany {...{ orgId, explorer, of }} />
      <h2 className="text-section font-semibold">
        {names.get(of)?.name} reads {isWhole ? '' : '≥ '}
        {secrets.length} {secrets.length === 1 ? 'secret' : 'secrets'} in {reached.length}{' '}
        {reached.length === 1 ? 'project' : 'projects'}
      </h2>
      {!isWhole && (
        <p className="mt-1 text-muted">
          Grants on single secrets are asked secret by secret, on the secret’s Access tab, and are not counted
          here.
          {counted !== null &&
            ` The server counts ${counted} secrets in reach of this machine account in all.`}
        </p>
      )}
      <table className="mt-4 w-full table-fixed">
        <caption className="sr-only">Projects in reach</caption>
        <TableHead
          isBetween
          heads={[
            { label: 'Project' },
            { label: 'Secrets', className: 'w-20' },
            { label: 'Right', className: 'w-43' },
            { label: 'Because', className: 'max-sm:hidden' },
          ]}
        />
        <tbody>
          {reached.map(({ id, secrets: count }) => (
            <tr key={id} className="h-9 border-b border-line">
              <td className="truncate pr-3">{names.get(id)?.name}</td>
              <td className="tabular-nums">{count}</td>
              <td>
                <RightMark right={map.right(of, id)} />
              </td>
              <td className="max-sm:hidden">
                <button
                  type="button"
                  onClick={() => onProof(of, id)}
                  className="w-full truncate rounded-control px-1 py-0.5 text-left text-muted focus-inside hover:text-text"
                >
                  {map.right(of, id) & 3 ? reasonWords(map, names, of, id) : rightWords(map.right(of, id))}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ReachedSecrets {...{ orgId, explorer, secrets, row }} />
    </div>
  )
}

function GrantMany({ orgId, explorer, of }: Pick<Props, 'orgId' | 'explorer'> & { of: string }) {
  const [isOpen, setOpen] = useState(false)
  const thing = explorer.names.get(of)
  if (!thing) return null
  return (
    <>
      {isOpen && <BulkGrantDialog {...{ orgId, explorer, thing }} onClose={() => setOpen(false)} />}
      <Button className="float-right" size={28} onClick={() => setOpen(true)}>
        Change grants on projects
      </Button>
    </>
  )
}

function ReachedSecrets({
  orgId,
  explorer: { map, columns },
  secrets,
  row,
}: Pick<Props, 'orgId' | 'explorer'> & { secrets: readonly number[]; row: number }) {
  return (
    <>
      <h3 className="mt-6 font-semibold">Secrets</h3>
      <ul className="mt-2">
        {secrets.slice(0, LISTED).map((i) => {
          const id = map.facts.secrets.ids[i] ?? ''
          return (
            <li key={id} className="flex gap-3 border-b border-line py-1">
              <Link
                to="/orgs/$orgId/secrets/$secretId/access"
                params={{ orgId, secretId: id }}
                className="min-w-0 flex-1 truncate font-mono hover:underline"
              >
                {secretName(columns, i) ?? 'Name cannot be decrypted'}
              </Link>
              <span className="text-muted">{rightWords(map.secretRight(row, i) & 3)}</span>
            </li>
          )
        })}
      </ul>
      {secrets.length > LISTED && <p className="mt-2 text-muted">and {secrets.length - LISTED} more.</p>}
    </>
  )
}
