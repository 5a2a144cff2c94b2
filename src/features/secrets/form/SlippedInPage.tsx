import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { buttonClass } from '#/ui/button-class'
import { EmptyState } from '#/ui/EmptyState'

interface Props {
  orgId: string
  secretId: string
}

/** The wire has no revision: a save that came between reading and writing is seen afterwards only, and told here. */
export function SlippedInPage({ orgId, secretId }: Props) {
  const params = { orgId, secretId }
  return (
    <EmptyState
      level={1}
      icon={TriangleAlert}
      title="Saved, and somebody else saved at the same moment"
      text="Between the last look and your save another change arrived and was overwritten. If it set a value, that value is in the history: compare, and restore it if it was the right one. A name or note of theirs is gone; ask who made the change."
      actions={
        <>
          <Link
            to="/orgs/$orgId/secrets/$secretId/versions"
            params={params}
            className={buttonClass({ variant: 'solid' })}
          >
            Look at the versions
          </Link>
          <Link to="/orgs/$orgId/secrets/$secretId" params={params} className={buttonClass()}>
            Open the secret
          </Link>
        </>
      }
    >
      <title>{`Secret ${secretId.slice(0, 8)} saved · Strongroom`}</title>
    </EmptyState>
  )
}
