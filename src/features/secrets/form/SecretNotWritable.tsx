import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { buttonClass } from '#/ui/button-class'
import { EmptyState } from '#/ui/EmptyState'

/** Nothing was read: the list already tells that it may not be written. */
export function SecretNotWritable({ orgId, secretId }: { orgId: string; secretId: string }) {
  return (
    <EmptyState
      level={1}
      icon={Lock}
      title="You can read this secret, not change it"
      text="Owners and admins can give you write access on its project. Nothing was read by opening this page."
      actions={
        <Link to="/orgs/$orgId/secrets/$secretId" params={{ orgId, secretId }} className={buttonClass()}>
          Open the secret
        </Link>
      }
    />
  )
}
