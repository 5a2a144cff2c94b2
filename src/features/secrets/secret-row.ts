import { secretId, secretName, secretProject } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import type { SecretFacts } from './use-secret-row'

/** One row of the list as an object: for acts and cells, never for the whole list. */
export function secretAt(columns: SecretColumns, row: number): SecretFacts {
  return {
    id: secretId(columns, row),
    name: secretName(columns, row),
    project: secretProject(columns, row),
    canWrite: columns.write[row] === 1,
    changed: columns.changed[row] ?? 0,
    created: columns.created[row] ?? 0,
  }
}
