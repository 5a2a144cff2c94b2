import { Link } from '@tanstack/react-router'
import { crumbClass } from '#/ui/Breadcrumbs'

/** First crumb of every page about a secret. */
export function SecretsLink({ orgId }: { orgId: string }) {
  return (
    <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={crumbClass}>
      Secrets
    </Link>
  )
}
