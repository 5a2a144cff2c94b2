import { Link } from '@tanstack/react-router'
import { Bot, Folder, KeyRound } from 'lucide-react'
import { recentVisits, type Visit, type VisitKind } from '#/data/recent'
import { spanWords } from '#/domain/time-words'
import { useOpenSession } from '#/session/use-session'
import { cx } from '#/ui/cx'
import { Icon, type IconType } from '#/ui/Icon'
import { useNow } from '#/ui/use-now'
import { listedName } from './listed-name'
import { rowsClass, Section } from './Section'
import type { HomeFacts } from './use-home'

const SHOWN = 8

const KINDS: Record<VisitKind, { icon: IconType; word: string; to: string }> = {
  secrets: { icon: KeyRound, word: 'Secret', to: '/orgs/$orgId/secrets/$secretId' },
  projects: { icon: Folder, word: 'Project', to: '/orgs/$orgId/projects/$projectId' },
  'machine-accounts': { icon: Bot, word: 'Machine account', to: '/orgs/$orgId/machine-accounts/$machineId' },
}

/** What was opened last in this tab. The names come from the lists; what is in none of them any more is left out. */
export function Recent({ orgId, home }: { orgId: string; home: HomeFacts }) {
  const now = useNow()
  const userId = useOpenSession()?.account.userId ?? ''
  const shown = recentVisits(userId, orgId)
    .map((visit) => ({ visit, name: listedName(visit, home) }))
    .filter(({ name }) => name !== undefined)
    .slice(0, SHOWN)
  return (
    <Section title="Recent" aside="Only in this tab">
      {shown.length === 0 ? (
        <p className={cx(rowsClass, 'py-3 text-muted')}>
          Secrets, projects and machine accounts that you open stand here until the tab is closed or loaded
          anew.
        </p>
      ) : (
        <ul className={rowsClass}>
          {shown.map(({ visit, name }) => (
            <li key={visit.id} className="border-b border-line">
              <Row
                visit={visit}
                orgId={orgId}
                name={name ?? null}
                age={spanWords(Math.max(0, now - visit.at))}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface RowProps {
  visit: Visit
  orgId: string
  name: string | null
  age: string
}

function Row({ visit, orgId, name, age }: RowProps) {
  const { icon, word, to } = KINDS[visit.kind]
  const { id } = visit
  return (
    <Link
      to={to}
      params={{ orgId, secretId: id, projectId: id, machineId: id }}
      className="flex min-h-8 items-center gap-3 rounded-control py-1 hover:bg-hover max-sm:min-h-11"
    >
      <Icon of={icon} className="text-muted" />
      <bdi className={cx('min-w-0 flex-1 truncate', visit.kind === 'secrets' && 'font-mono')}>
        {name ?? `${word} ${id.slice(0, 8)}`}
      </bdi>
      <span className="text-meta text-muted">{age}</span>
    </Link>
  )
}
