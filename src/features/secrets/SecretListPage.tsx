import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { secretListQuery } from '#/data/secrets'
import { secretId, secretName } from '#/session/secret-columns'

const route = getRouteApi('/open/orgs/$orgId/secrets')

export function SecretListPage() {
  const { orgId } = route.useParams()
  const list = useQuery(secretListQuery(orgId))
  if (list.error) return <p role="alert">{list.error.message}</p>
  if (!list.data) return <p>Loading</p>
  const columns = list.data
  return (
    <ul>
      {Array.from({ length: columns.count }, (_, row) => (
        <li key={secretId(columns, row)}>
          <Link to="/orgs/$orgId/secrets/$secretId" params={{ orgId, secretId: secretId(columns, row) }}>
            {secretName(columns, row) ?? 'Name cannot be decrypted'}
          </Link>
        </li>
      ))}
    </ul>
  )
}
