import { useMemo, useState } from 'react'
import type { AccessMap } from '#/domain/access/access-map'
import { NONE, READ, READ_WRITE } from '#/domain/access/facts'
import type { NamedThing } from '#/features/access/names'
import { costOf } from '#/jobs/cost'
import { costWords, timeWords } from '#/jobs/cost-words'
import { startJob } from '#/jobs/jobs'
import { kind as grantJob } from '#/jobs/kinds/access-grant'
import { announce } from '#/ui/announcer'
import { Checkbox } from '#/ui/Checkbox'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Segmented } from '#/ui/Segmented'
import { BulkPreview } from './BulkPreview'
import type { Explorer } from './build-explorer'
import { ProjectChoices } from './ProjectChoices'
import { useBulkPlan } from './use-bulk-plan'

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
  const [value, setValue] = useState<'0' | '1' | '3'>('1')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isTicked, setTicked] = useState(false)
  const right = { '0': NONE, '1': READ, '3': READ_WRITE }[value]
  const rows = useMemo(
    () =>
      projects
        .filter(({ id }) => !map.facts.unknown.has(id))
        .flatMap(({ id }) => names.get(id) ?? [])
        .map((project) => ({ ...project, before: directRight(map, thing.id, project.id) })),
    [projects, map, names, thing.id],
  )
  const going = useMemo(
    () => rows.filter(({ id, before }) => chosen.has(id) && before !== right),
    [rows, chosen, right],
  )
  const plan = useBulkPlan(orgId, explorer, thing, going, right)
  const { error, isBusy, start } = useStart(orgId, thing, right, onClose)
  const cost = costOf(grantJob, going.length)

  return (
    <ConfirmDialog
      title={`Change grants of ${thing.name}`}
      description="Grants of this one alone; what comes through groups or a role stays."
      width={640}
      confirmLabel={`${right === NONE ? 'Remove from' : 'Grant on'} ${projectWords(going.length)}`}
      busy={isBusy}
      error={error}
      disabledReason={
        (going.length === 0 && 'Choose at least one project that this changes.') ||
        (plan.isLate && 'What it changes is being worked out.') ||
        (plan.hasLoss && !isTicked && 'Tick first what may be lost.')
      }
      footerStart={
        going.length > 0 && (
          <>
            {costWords(cost)}
            <br />
            {timeWords(cost)}
          </>
        )
      }
      onClose={onClose}
      onConfirm={() => void start(going)}
    >
      <Segmented label="Right" options={RIGHTS} value={value} onChange={setValue} />
      <ProjectChoices
        {...{ rows, chosen, right }}
        missing={projects.length - rows.length}
        onChoose={setChosen}
      />
      {going.length > 0 && (
        <BulkPreview differences={plan.differences} names={names} closing={plan.closing} />
      )}
      {plan.hasLoss && (
        <Checkbox
          checked={isTicked}
          onChange={() => setTicked(!isTicked)}
          label={lossLabel(thing, going.length)}
          {...(plan.reads && { hint: plan.reads })}
        />
      )}
    </ConfirmDialog>
  )
}

/** Into the queue; it stays open with the reason where that fails. */
function useStart(orgId: string, thing: NamedThing, right: number, onBegun: () => void) {
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function start(going: readonly NamedThing[]) {
    setBusy(true)
    setError(null)
    try {
      await startJob({
        kind: 'access.grant',
        organizationId: orgId,
        params: { grantee: thing.id, granteeKind: thing.kind, right },
        items: going.map(({ id, name }) => ({ id, label: name })),
      })
      announce('Begun. The button Jobs in the top bar tells how far it is.')
      onBegun()
    } catch (reason) {
      setBusy(false)
      setError(reason instanceof Error ? reason.message : 'It could not be begun.')
    }
  }
  return { error, isBusy, start }
}

const projectWords = (count: number): string => `${count} ${count === 1 ? 'project' : 'projects'}`

function lossLabel({ kind, name, isMe }: NamedThing, count: number): string {
  if (kind === 'group') return `Members of ${name} may lose rights on ${projectWords(count)}`
  return isMe
    ? `I lose my own rights on ${projectWords(count)}`
    : `${name} may lose rights on ${projectWords(count)}`
}

const directRight = (map: AccessMap, grantee: string, project: string): number =>
  map.grantsOn.get(project)?.find((grant) => grant.grantee === grantee)?.right ?? NONE
