import { Link } from '@tanstack/react-router'
import { Folder } from 'lucide-react'
import { rightWords } from '#/domain/access/facts'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { Truncate } from '#/ui/Truncate'
import { counted } from '#/lib/counted'
import { Section } from './Section'
import type { GroupGrants } from './use-groups'

interface Props {
  orgId: string
  groupId: string
  grants: GroupGrants
  hasSecrets: boolean
}

/** What the group may do in Secrets Manager, from the lists of the projects; it is changed there. */
export function GroupGrantList({ orgId, groupId, grants, hasSecrets }: Props) {
  const held = grants.byGroup.get(groupId) ?? []
  return (
    <Section
      title="Secrets Manager"
      count={hasSecrets ? counted(held.length, 'project') : undefined}
      act={
        hasSecrets && (
          <Link to="/orgs/$orgId/access" params={{ orgId }} search={{ kinds: 'group' }} className={linkClass}>
            Show in Explorer
          </Link>
        )
      }
    >
      <ul aria-label="Grants on projects">
        {held.map(({ projectId, name, right }) => (
          <li key={projectId} className="flex min-h-9 items-center gap-2 border-b border-line">
            <Icon of={Folder} size={14} className="text-muted" />
            <Link
              to="/orgs/$orgId/projects/$projectId/access"
              params={{ orgId, projectId }}
              className="min-w-0 flex-1 hover:underline"
            >
              <Truncate>{name}</Truncate>
            </Link>
            <span className="shrink-0 text-muted">{rightWords(right)}</span>
          </li>
        ))}
      </ul>
      <p className="py-2 text-meta text-muted">{foot(grants, hasSecrets, held.length)}</p>
    </Section>
  )
}

function foot(grants: GroupGrants, hasSecrets: boolean, held: number): string {
  if (!hasSecrets)
    return 'Your account does not use Secrets Manager, so what the group may do there is not known.'
  if (grants.total === null)
    return grants.error ? `Not read: ${grants.error.message}` : 'Reading the grants of projects.'
  const read = `Read from ${grants.read} of ${grants.total} projects`
  const rest = 'Grants on single secrets and machine accounts stand on their own pages.'
  return `${held === 0 && grants.read === grants.total ? 'No grant on a project. ' : ''}${read}. ${rest}`
}
