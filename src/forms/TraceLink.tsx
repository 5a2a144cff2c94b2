import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ActId } from '#/domain/coverage/traces'
import { useOpenSession } from '#/session/use-session'
import { linkClass } from '#/ui/link-class'

interface Props {
  act: ActId
  /** What the act leaves in the log, in words of the table behind Coverage. */
  children: ReactNode
}

/** To the line of Coverage behind these words. In a tab of its own, so that a dialog stays, and what was typed into it. */
export function TraceLink({ act, children }: Props) {
  const { orgId } = useParams({ strict: false })
  const role = useOpenSession()?.organizations.find(({ id }) => id === orgId)?.role
  // Coverage is closed to keys, whether of a machine or of the organization.
  if (orgId === undefined || role === undefined || role === 'machine' || role === 'audit') return children
  return (
    <Link
      to="/orgs/$orgId/events/coverage"
      params={{ orgId }}
      search={{ act }}
      target="_blank"
      title="Coverage, in a new tab"
      className={`${linkClass} underline`}
    >
      {children}
    </Link>
  )
}
