import { Bot, Minus, TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { counted } from '#/lib/counted'
import type { Losses } from './use-losses'

function Part({ title, aside, children }: { title: string; aside?: string; children?: ReactNode }) {
  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">{title}</h3>
        {aside && <span className="text-meta text-muted">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

export function SecretLosses({ losses, organization }: { losses: Losses; organization: OrganizationView }) {
  const { count, isExact, trashed } = losses.secrets
  const isAdmin = organization.role === 'owner' || organization.role === 'admin'
  const who = 'Only owners and admins reach them then, and who has a grant on a single one'
  return (
    <Part title={secretsTitle(count, isExact)}>
      <p className="text-muted">
        {count !== 0 && (isAdmin ? `${who}. ` : `${who}: you may lose them yourself. `)}
        {trashWords(trashed)} No value changes.
      </p>
    </Part>
  )
}

function secretsTitle(count: number | null, isExact: boolean): string {
  if (count === null) return 'An unknown number of secrets stays'
  if (count === 0) return isExact ? 'No secret is in it' : 'No secret that you can read is in it'
  return `${isExact ? '' : 'At least '}${counted(count, 'secret')} ${count === 1 ? 'stays' : 'stay'} without a project`
}

function trashWords(trashed: number | null | undefined): string {
  if (trashed === 0) return 'None of it is in the trash.'
  if (trashed) return `The ${trashed.toLocaleString('en-GB')} of it in the trash lose the project too.`
  return 'Those of it in the trash lose the project too; how many is not known to you.'
}

export function MachineLosses({ losses }: { losses: Losses }) {
  const { machines, machineCount, askForReads } = losses
  return (
    <Part
      title={lostBy(machineCount, 'machine account')}
      {...(machines && machines.length > 0 && { aside: 'Reads of these secrets, 30 days' })}
    >
      {machines && machines.length > 0 && (
        <ul className="mt-1 max-h-60 overflow-y-auto border-y border-line">
          {machines.map(({ id, name, reach, reads, stops }) => (
            <li
              key={id}
              className="grid grid-cols-[auto_1fr_auto] items-start gap-x-3 border-b border-line py-1.5 last:border-0 sm:grid-cols-[auto_minmax(0,1fr)_7rem_13rem]"
            >
              <Icon
                of={stops ? TriangleAlert : Minus}
                size={14}
                className={stops ? 'mt-0.5 text-warning-icon' : 'mt-0.5 text-muted'}
              />
              <span className="flex min-w-0 items-start gap-2 wrap-anywhere max-sm:col-span-2" dir="auto">
                <Icon of={Bot} size={14} className="mt-0.5 text-muted" />
                <span className="min-w-0">{name}</span>
              </span>
              <span
                className={`${stops ? 'text-warning' : 'text-muted'} max-sm:col-start-2 max-sm:row-start-2`}
              >
                {reach}
              </span>
              <span className={`${stops ? 'text-warning' : 'text-muted'} text-right`}>{reads}</span>
            </li>
          ))}
        </ul>
      )}
      {machineCount !== 0 && (
        <p className="mt-1 text-muted">
          Each reads “not found” from the next request on, for every secret that it reached through this
          project alone.
        </p>
      )}
      {askForReads && (
        <Button size={28} className="mt-2" onClick={askForReads}>
          Look up what they read lately
        </Button>
      )}
    </Part>
  )
}

const FIRST = 6

export function PeopleLosses({ losses }: { losses: Losses }) {
  const { people, peopleCount } = losses
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? people : people?.slice(0, FIRST)
  const rest = (people?.length ?? 0) - (shown?.length ?? 0)
  return (
    <Part title={lostBy(peopleCount, 'person or group', 'people and groups')}>
      {shown && shown.length > 0 && (
        <p className="max-h-40 overflow-y-auto text-muted wrap-anywhere">
          {shown.map(({ id, kind, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <bdi className="text-text">{name}</bdi>
              {kind === 'group' && ' (group)'}
            </span>
          ))}
          {rest > 0 && (
            <>
              {' '}
              <button
                type="button"
                className="rounded-chip font-medium text-accent-text hover:underline"
                onClick={() => setWhole(true)}
              >
                Show all {people?.length}
              </button>
            </>
          )}
        </p>
      )}
      <p className="text-muted">
        Groups are counted as one, whoever is in them. Owners and admins keep it all.
      </p>
    </Part>
  )
}

function lostBy(count: number | undefined, one: string, many = `${one}s`): string {
  if (count === undefined) return `How many ${many} lose it is not known`
  if (count === 0) return `No ${one} loses it`
  return `${counted(count, one, many)} ${count === 1 ? 'loses' : 'lose'} it`
}
