import { Link } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import type { OrganizationView } from '#/session/protocol'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'

export function UnknownOrganizationPage({
  organizations,
  id,
}: {
  organizations: OrganizationView[]
  id: string
}) {
  return (
    <EmptyState
      level={1}
      icon={Building2}
      title="This organization is not one of yours"
      text={`The address names ${id.slice(0, 8)}. Either you are not a confirmed member of it, or it was deleted: the server does not tell which.`}
    >
      <title>Unknown organization · Strongroom</title>
      {organizations.length > 0 && (
        <ul className="flex flex-col gap-1">
          {organizations.map((organization) => (
            <li key={organization.id}>
              <Link to="/orgs/$orgId" params={{ orgId: organization.id }} className={linkClass}>
                Go to {organization.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  )
}
