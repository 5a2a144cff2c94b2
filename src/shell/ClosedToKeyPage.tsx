import { Link } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'

/** In the place of a page that the audit view does not have, or that only the audit view has. */
export function ClosedToKeyPage({ orgId, isKey }: { orgId: string; isKey: boolean }) {
  return (
    <EmptyState
      level={1}
      icon={LockKeyhole}
      title={isKey ? 'Not in the audit view' : 'Only in the audit view'}
      text={
        isKey
          ? 'The API key of an organization reads members, groups, collections, policies and events through the Public API, and nothing else. Sign in as yourself to use this page.'
          : 'This page shows what the Public API tells. Sign in with the API key of the organization to open it.'
      }
      actions={
        isKey ? (
          <Link to="/orgs/$orgId/audit" params={{ orgId }} className={linkClass}>
            Audit view
          </Link>
        ) : (
          <Link to="/orgs/$orgId" params={{ orgId }} className={linkClass}>
            Home
          </Link>
        )
      }
    >
      <title>Not here · Strongroom</title>
    </EmptyState>
  )
}
