import { Link } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'

/** In the place of a page that the server would refuse to a machine account, or that only changes something. */
export function ClosedToMachinePage({ orgId }: { orgId: string }) {
  return (
    <EmptyState
      level={1}
      icon={LockKeyhole}
      title="Not for a machine account"
      text="The server tells a machine account its secrets and projects, and nothing of people, grants, other machine accounts or the log. This session reads only. Sign in as yourself to use this page."
      actions={
        <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={linkClass}>
          Its secrets
        </Link>
      }
    >
      <title>Not for a machine account · Strongroom</title>
    </EmptyState>
  )
}
