import { getRouteApi, Link } from '@tanstack/react-router'
import { KeyRound, RefreshCw } from 'lucide-react'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'

const route = getRouteApi('/open/orgs/$orgId')

interface Props {
  id: string
  onRefresh: () => void
  isBusy: boolean
}

/** An id that the list does not hold: what is known, and nothing guessed. */
export function UnknownSecretPage({ id, onRefresh, isBusy }: Props) {
  const { orgId } = route.useParams()
  const others = useOpenSession()?.organizations.filter((o) => o.id !== orgId) ?? []
  return (
    <EmptyState
      level={1}
      icon={KeyRound}
      title={`Secret ${id.slice(0, 8)} is not here`}
      text="It was deleted, it is in the trash, or you are not permitted to read it: the server does not tell which. Owners and admins can look in the trash of the web vault."
      actions={
        <>
          <Button icon={RefreshCw} busy={isBusy} onClick={onRefresh}>
            Read the list again
          </Button>
          <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={linkClass}>
            All secrets
          </Link>
        </>
      }
    >
      <title>{`Secret ${id.slice(0, 8)} · Strongroom`}</title>
      {others.length > 0 && (
        <p className="text-muted">
          It may belong to another of your organizations:{' '}
          {others.map((organization, i) => (
            <span key={organization.id}>
              {i > 0 && ', '}
              <Link
                to="/orgs/$orgId/secrets/$secretId"
                params={{ orgId: organization.id, secretId: id }}
                className={linkClass}
              >
                look in {organization.name}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
    </EmptyState>
  )
}
