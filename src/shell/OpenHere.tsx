import { Link } from '@tanstack/react-router'
import { mayListGroups, mayListMembers, mayManagePolicies, mayOpen, mayReadEvents } from '#/domain/rights'
import type { OrganizationView } from '#/session/protocol'
import { linkClass } from '#/ui/link-class'

/** What needs no Secrets Manager and is open to this person, each with its way there. */
export function OpenHere({ organization }: { organization: OrganizationView }) {
  const pages = [
    { to: '/orgs/$orgId/members', label: 'Members', verdict: mayListMembers(organization) },
    { to: '/orgs/$orgId/groups', label: 'Groups', verdict: mayListGroups(organization) },
    { to: '/orgs/$orgId/collections', label: 'Collections', verdict: mayOpen(organization) },
    { to: '/orgs/$orgId/policies', label: 'Policies', verdict: mayManagePolicies(organization) },
    { to: '/orgs/$orgId/events', label: 'Events', verdict: mayReadEvents(organization) },
    { to: '/orgs/$orgId/organization', label: 'Organization', verdict: mayOpen(organization) },
  ] as const
  const open = pages.filter(({ verdict }) => verdict === true)
  if (open.length === 0) return null
  return (
    <nav aria-label="Open to you here" className="mb-3">
      <p className="mb-1">Open to you here:</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {open.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} params={{ orgId: organization.id }} className={linkClass}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
