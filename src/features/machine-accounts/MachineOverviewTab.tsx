import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import { expiryWords } from '#/domain/token-expiry'
import { AccessMark } from '#/ui/AccessMark'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { ExpiryTrack } from '#/ui/ExpiryTrack'
import { FactList } from '#/ui/FactList'
import { IdText } from '#/ui/IdText'
import { linkClass } from '#/ui/link-class'
import { SkeletonRows } from '#/ui/Skeleton'
import { useMachinePage } from './machine-context'
import { tokenMarks } from './token-marks'
import { UsedFromList } from './UsedFromList'

/** What it reads, until when it may sign in, and from where it did. */
export function MachineOverviewTab() {
  const { machine } = useMachinePage()
  const { timeZone } = useSettings()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="flex min-h-full flex-col xl:flex-row xl:items-stretch">
        <div className="flex min-w-0 flex-1 flex-col gap-6 p-4">
          <FactsFailure />
          <Section title="Projects">
            <Projects />
          </Section>
          <Section title="Tokens, in 90 days">
            <Tokens />
          </Section>
          <Section title="Used from, in 30 days">
            <UsedFromList />
          </Section>
        </div>
        <aside
          aria-label="Facts"
          className="shrink-0 border-line-strong p-4 max-xl:border-t xl:w-80 xl:border-l"
        >
          <FactList
            isWide
            facts={[
              { label: 'Id', value: <IdText id={machine.id} of="machine account" /> },
              {
                label: 'Secrets',
                value: machine.secrets.toLocaleString('en-GB'),
                note: 'In reach, those of projects and single ones',
              },
              { label: 'Created', value: absoluteTime(machine.created, timeZone) },
              {
                label: 'Changed',
                value: absoluteTime(machine.changed, timeZone),
                note: 'Its name, or what it may read',
              },
            ]}
          />
        </aside>
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="max-w-160">
      <h2 className="mb-2 text-section font-semibold">{title}</h2>
      {children}
    </section>
  )
}

/** One request of the three failed altogether: said once. */
function FactsFailure() {
  const { facts } = useMachinePage()
  if (!facts.error) return null
  return (
    <Callout
      tone="warning"
      title="Not all of it could be read."
      actions={
        <Button size={28} busy={facts.isFetching} onClick={() => void facts.refetch()}>
          Try again
        </Button>
      }
    >
      {facts.error.message}
    </Callout>
  )
}

function Projects() {
  const { organization, machine, facts } = useMachinePage()
  const projects = facts.data?.projects
  if (!projects) return facts.error ? null : <SkeletonRows rows={3} label="Reading its projects" />
  if (!projects.ok) return <p className="text-muted">Not known. {projects.reason}</p>
  if (projects.value.length === 0)
    return (
      <p className="text-muted">
        None is shared with it
        {machine.secrets > 0 ? '; it has grants on single secrets.' : ', so it reads nothing yet.'}
      </p>
    )
  return (
    <ul>
      {projects.value.map(({ id, name, canWrite }) => (
        <li key={id} className="flex items-center gap-4 border-b border-line py-2">
          <Link
            to="/orgs/$orgId/projects/$projectId"
            params={{ orgId: organization.id, projectId: id }}
            className="min-w-0 flex-1 truncate font-medium hover:underline"
          >
            <bdi>{name.ok ? name.text : `Project ${id.slice(0, 8)}`}</bdi>
          </Link>
          <span className="text-muted">
            <AccessMark canWrite={canWrite} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Tokens() {
  const { organization, machine, facts, now } = useMachinePage()
  const { timeZone } = useSettings()
  const tokens = facts.data?.tokens
  if (!tokens) return facts.error ? null : <SkeletonRows rows={1} label="Reading its tokens" />
  if (!tokens.ok) return <p className="text-muted">Not known. {tokens.reason}</p>
  const summary = machine.tokens
  const all = (
    <Link
      to="/orgs/$orgId/machine-accounts/$machineId/tokens"
      params={{ orgId: organization.id, machineId: machine.id }}
      className={linkClass}
    >
      {tokens.value.length === 0 ? 'Create one' : 'All of them'}
    </Link>
  )
  if (!summary || summary.live === 0)
    return (
      <p className="flex gap-3 text-muted">
        {tokens.value.length === 0
          ? 'It has none, so it cannot sign in.'
          : 'None is live, so it cannot sign in.'}
        {all}
      </p>
    )
  return (
    <div className="flex items-center gap-4 max-sm:flex-wrap">
      <span className="shrink-0">
        {summary.live} live, next ends {typeof summary.next === 'number' ? 'in ' : ''}
        {expiryWords(summary.next ?? null, now).toLowerCase()}
      </span>
      <ExpiryTrack marks={tokenMarks(tokens.value, now, timeZone)} />
      {all}
    </div>
  )
}
