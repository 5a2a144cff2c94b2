import { Link } from '@tanstack/react-router'
import { SearchX, Waypoints } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { READ, rightWords } from '#/domain/access/facts'
import { counted } from '#/lib/counted'
import { secretName } from '#/session/secret-columns'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'
import { SearchField } from '#/ui/SearchField'
import { Select } from '#/ui/Select'
import { EffectiveTable, RightMark } from '#/features/access/EffectiveTable'
import { nameOf } from '#/features/access/names'
import { reasonWords } from '#/features/access/proof-words'
import { TableHead } from '#/features/access/TableHead'
import { BulkGrantDialog } from './BulkGrantDialog'
import type { Explorer } from './build-explorer'
import { ExportReach } from './ExportReach'
import { whatCsv, whoCsv, whoReaches } from './explorer-csv'
import { ObjectReach } from './ObjectReach'
import { objectChoices, principalChoices } from './reach-choices'
import { reachTarget } from './use-object-map'

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
  const wanted = useDeferredValue(text)
  const { options, fitting } = useMemo(
    () => (view === 'who' ? objectChoices : principalChoices)(explorer, wanted, of),
    [view, explorer, wanted, of],
  )
  const noun = view === 'who' ? 'secret, project or machine account' : 'person, group or machine account'
  const isNarrowed = wanted.trim() !== ''
  const nothing = isNarrowed ? 'Nothing has that in its name' : 'Nothing is here for you to see'
  const placeholder = fitting === 0 ? nothing : `Choose a ${noun} (${fitting})`
  const isMore = fitting > options.length
  return (
    <div className="min-w-0 flex-1 overflow-y-auto">
      <div className="flex flex-wrap items-end gap-2 border-b border-line px-4 py-3">
        <SearchField
          label={`Find a ${noun} by name`}
          placeholder="Find by name"
          value={text}
          onChange={setText}
          className="max-w-80 min-w-56 max-sm:max-w-none max-sm:basis-full"
        />
        <Select
          label={view === 'who' ? 'Secret, project or machine account' : 'Person, group or machine account'}
          hideLabel
          size={28}
          className="w-80 max-sm:w-full"
          placeholder={placeholder}
          options={options}
          value={options.some(({ value }) => value === of) ? (of ?? '') : ''}
          onChange={onChoose}
        />
        <p role="status" className="self-center text-meta text-muted">
          {isNarrowed && `${fitting} ${fitting === 1 ? 'fits' : 'fit'}. `}
          {isMore && 'The first 200 secrets are listed: type to find others.'}
        </p>
      </div>
      {of === null ? (
        <EmptyState
          icon={Waypoints}
          title={view === 'who' ? 'Who can reach an object' : 'What somebody can reach'}
          text={`Choose a ${noun}. Reading who has access is recorded nowhere, and no value is read for it.`}
        />
      ) : (
        <Chosen {...props} of={of} />
      )}
    </div>
  )
}

function Chosen({ orgId, explorer, view, of, onProof }: Props & { of: string }) {
  const kind = explorer.names.get(of)?.kind
  if (view === 'what' && explorer.map.rows.has(of)) return <WhatReach {...{ orgId, explorer, of, onProof }} />
  if (view === 'who' && kind === 'project') return <ProjectReach {...{ orgId, explorer, of, onProof }} />
  const target = view === 'who' ? reachTarget(explorer, of) : null
  if (target)
    return (
      <ObjectReach
        key={of}
        {...{ orgId, explorer, target }}
        onProof={(principal) => onProof(principal, of)}
      />
    )
  return (
    <EmptyState
      icon={SearchX}
      title={`Nothing here has the id ${of.slice(0, 8)}`}
      text="It was deleted, or your account may not see it: the server does not tell which. Nothing is said of who can reach it."
    />
  )
}

type ChosenProps = Pick<Props, 'orgId' | 'explorer' | 'onProof'> & { of: string }

function ProjectReach({ orgId, explorer, of, onProof }: ChosenProps) {
  const { map, names, projects } = explorer
  const secrets = projects.find(({ id }) => id === of)?.secrets ?? 0
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-4">
        <p className="min-w-0 wrap-anywhere">
          <Link
            to="/orgs/$orgId/projects/$projectId/access"
            params={{ orgId, projectId: of }}
            className={linkClass}
          >
            {nameOf(names, of)}
          </Link>{' '}
          holds {secrets} {secrets === 1 ? 'secret' : 'secrets'} that you can read.
        </p>
        <ExportReach
          count={whoReaches(map, names, of).length}
          rows={() => whoCsv(map, names, { kind: 'project', id: of }, nameOf(names, of))}
          target={{ kind: 'project', id: of }}
        />
      </div>
      <EffectiveTable
        before={map}
        after={map}
        target={of}
        names={names}
        isEdited={false}
        onProof={(principal) => onProof(principal, of)}
      />
    </>
  )
}

/** Listed at once; the rest is counted. */
const LISTED = 200

export function WhatReach({ orgId, explorer, of, onProof }: ChosenProps) {
  const { map, names, projects, columns, directory } = explorer
  const row = map.rows.get(of) ?? -1
  const reached = projects.filter(({ id }) => map.right(of, id) !== 0)
  const secrets = Array.from({ length: columns.count }, (_, i) => i).filter(
    (i) => (map.secretRight(row, i) & READ) !== 0,
  )
  const isWhole = map.isAdmin(row)
  const isNothing = reached.length + secrets.length === 0
  const inReach = directory.machines.find(({ id }) => id === of)?.inReach ?? null
  return (
    <div className="p-4">
      <div className="flex items-start justify-between gap-2 max-sm:flex-col">
        <div className="min-w-0">
          <h2 className="text-section font-semibold wrap-anywhere">
            {isNothing ? (
              <>
                {nameOf(names, of)} has no grant on any project
                {map.facts.unknown.size > 0 && ' that tells you its grants'}
              </>
            ) : (
              <>
                {nameOf(names, of)} reads {isWhole ? '' : '≥ '}
                {counted(secrets.length, 'secret')} in {counted(reached.length, 'project')}
              </>
            )}
          </h2>
          {!isWhole && (
            <p className="mt-1 text-muted">
              Grants on single secrets are asked secret by secret, on the secret’s Access tab, and are not
              counted here.
              {inReach !== null &&
                ` The server counts ${counted(inReach, 'secret')} in reach of this machine account in all.`}
            </p>
          )}
        </div>
        <div className="flex shrink-0 gap-2 max-sm:shrink max-sm:flex-wrap">
          <ExportReach
            count={reached.length + secrets.length}
            rows={() => whatCsv(explorer, of, secrets)}
            target={{ kind: names.get(of)?.kind ?? 'person', id: of }}
          />
          <GrantMany {...{ orgId, explorer, of }} />
        </div>
      </div>
      {!isNothing && (
        <>
          <table className="mt-4 w-full table-fixed">
            <caption className="sr-only">Projects in reach</caption>
            <TableHead
              isBetween
              heads={[
                { label: 'Project' },
                { label: 'Secrets', className: 'w-20 max-sm:w-16' },
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
                      {map.right(of, id) & 3
                        ? reasonWords(map, names, of, id)
                        : rightWords(map.right(of, id))}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ReachedSecrets {...{ orgId, explorer, secrets, row }} />
        </>
      )}
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
      <Button size={28} onClick={() => setOpen(true)}>
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
