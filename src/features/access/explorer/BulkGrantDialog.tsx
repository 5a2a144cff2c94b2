import { useState } from 'react'
import { NONE, READ, READ_WRITE, rightWords } from '#/domain/access/facts'
import { isMatch } from '#/features/access/names'
import type { NamedThing } from '#/features/access/names'
import { costOf } from '#/jobs/cost'
import { costWords, timeWords } from '#/jobs/cost-words'
import { startJob } from '#/jobs/jobs'
import { kind as grantJob } from '#/jobs/kinds/access-grant'
import { announce } from '#/ui/announcer'
import { Checkbox } from '#/ui/Checkbox'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { SearchField } from '#/ui/SearchField'
import { Segmented } from '#/ui/Segmented'
import type { Explorer } from './build-explorer'

interface Props {
  orgId: string
  explorer: Explorer
  thing: NamedThing
  onClose: () => void
}

const RIGHTS = [
  { value: '1', label: 'Can read' },
  { value: '3', label: 'Can read and write' },
  { value: '0', label: 'Remove the grant' },
] as const

/** One person, group or machine account on many projects, through the queue. */
export function BulkGrantDialog({ orgId, explorer, thing, onClose }: Props) {
  const { map, names, projects } = explorer
  const [text, setText] = useState('')
  const [value, setValue] = useState<'0' | '1' | '3'>('1')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isTicked, setTicked] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const right = { '0': NONE, '1': READ, '3': READ_WRITE }[value]
  const rows = projects
    .filter(({ id }) => !map.facts.unknown.has(id))
    .flatMap(({ id }) => names.get(id) ?? [])
    .map((project) => ({ project, before: directRight(explorer, thing.id, project.id) }))
  const going = rows.filter(({ project, before }) => chosen.has(project.id) && before !== right)
  const losing = going.filter(({ before }) => (before & ~right) !== 0)
  const cost = costOf(grantJob, going.length)
  const noun = going.length === 1 ? 'project' : 'projects'

  async function start() {
    setBusy(true)
    setError(null)
    try {
      await startJob({
        kind: 'access.grant',
        organizationId: orgId,
        params: { grantee: thing.id, granteeKind: thing.kind, right },
        items: going.map(({ project }) => ({ id: project.id, label: project.name })),
      })
      announce('Begun. The button Jobs in the top bar tells how far it is.')
      onClose()
    } catch (reason) {
      setBusy(false)
      setError(reason instanceof Error ? reason.message : 'It could not be begun.')
    }
  }

  return (
    <ConfirmDialog
      title={`Change grants of ${thing.name}`}
      description="Grants of this one alone; what comes through groups or a role stays."
      width={640}
      confirmLabel={`${right === NONE ? 'Remove from' : 'Grant on'} ${going.length} ${noun}`}
      busy={isBusy}
      error={error}
      disabledReason={
        (going.length === 0 && 'Choose at least one project that this changes.') ||
        (losing.length > 0 && !isTicked && 'Tick first what may be lost.')
      }
      footerStart={
        going.length > 0 && (
          <>
            {costWords(cost)}
            <br />
            {timeWords(cost)} The server records nothing of it.
          </>
        )
      }
      onClose={onClose}
      onConfirm={() => void start()}
    >
      <Segmented label="Right" options={RIGHTS} value={value} onChange={setValue} />
      <SearchField label="Search projects" value={text} onChange={setText} />
      <ul aria-label="Projects">
        {rows
          .filter(({ project }) => isMatch(project, text))
          .map(({ project, before }) => (
            <li key={project.id} className="border-b border-line py-1.5">
              <Checkbox
                checked={chosen.has(project.id)}
                onChange={() => {
                  const next = new Set(chosen)
                  if (!next.delete(project.id)) next.add(project.id)
                  setChosen(next)
                }}
                label={project.name}
                hint={changeWords(before, chosen.has(project.id) ? right : before)}
              />
            </li>
          ))}
      </ul>
      {losing.length > 0 && (
        <Checkbox
          checked={isTicked}
          onChange={() => setTicked(!isTicked)}
          label={`${thing.name} may lose rights on ${losing.map(({ project }) => project.name).join(', ')}`}
        />
      )}
    </ConfirmDialog>
  )
}

const directRight = ({ map }: Explorer, grantee: string, project: string): number =>
  map.grantsOn.get(project)?.find((grant) => grant.grantee === grantee)?.right ?? NONE

const ownWords = (right: number) => (right === NONE ? 'No grant of its own' : rightWords(right))

const changeWords = (before: number, after: number): string => {
  if (before === after) return ownWords(before)
  return `${ownWords(before)} → ${after === NONE ? 'none' : rightWords(after).toLowerCase()}`
}
