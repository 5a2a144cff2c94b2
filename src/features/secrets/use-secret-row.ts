import { useQuery } from '@tanstack/react-query'
import { secretListQuery } from '#/data/secrets'
import { rowOfSecret, secretName, secretProject } from '#/session/secret-columns'
import type { ProjectName } from '#/session/secret-columns'

/** What the list says of one secret: enough for its page, without a read that the server would record. */
export interface SecretFacts {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
  project: ProjectName | null
  canWrite: boolean
  changed: number
  created: number
}

export type SecretRow =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void; isRetrying: boolean }
  | { status: 'unknown'; refresh: () => void; isRefreshing: boolean }
  | { status: 'found'; secret: SecretFacts }

export function useSecretRow(organizationId: string, secretId: string): SecretRow {
  const list = useQuery(secretListQuery(organizationId))
  const again = () => void list.refetch()
  if (list.data) {
    const row = rowOfSecret(list.data, secretId)
    if (row === -1) return { status: 'unknown', refresh: again, isRefreshing: list.isFetching }
    return {
      status: 'found',
      secret: {
        id: secretId,
        name: secretName(list.data, row),
        project: secretProject(list.data, row),
        canWrite: list.data.write[row] === 1,
        changed: list.data.changed[row] ?? 0,
        created: list.data.created[row] ?? 0,
      },
    }
  }
  if (list.error) return { status: 'failed', error: list.error, retry: again, isRetrying: list.isFetching }
  return { status: 'loading' }
}
