import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { secretListQuery } from '#/data/secrets'
import { rowOfSecret, secretName } from '#/session/secret-columns'
import { linkClass } from '#/ui/link-class'
import { GrantEditor } from './GrantEditor'

const route = getRouteApi('/open/orgs/$orgId/secrets/$secretId/access')

/** Grants on one secret, and everybody who reaches it. Nothing of it reads the value; only saving does. */
export function SecretAccessTab() {
  const { orgId, secretId } = route.useParams()
  const { data } = useQuery(secretListQuery(orgId))
  const row = data ? rowOfSecret(data, secretId) : -1
  const name = data && row !== -1 ? secretName(data, row) : null
  return (
    <>
      <title>{`Access to secret ${secretId.slice(0, 8)} · Strongroom`}</title>
      <GrantEditor
        key={secretId}
        orgId={orgId}
        target={{ kind: 'secret', id: secretId }}
        place={`/orgs/${orgId}/secrets/${secretId}/access`}
        name={name ?? `Secret ${secretId.slice(0, 8)}`}
        wayBack={
          <Link to="/orgs/$orgId/secrets/$secretId" params={{ orgId, secretId }} className={linkClass}>
            Back to the value
          </Link>
        }
      />
    </>
  )
}
