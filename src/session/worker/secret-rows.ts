import { ContractError } from '#/api/error'

/** A row of the secret list, as far as the list needs it. */
export interface SecretListRow {
  id: string
  key: string
  creationDate: string
  revisionDate: string
  projects: { id: string; name: string | null }[]
  write: boolean
}

/**
 * The bulk reader's own check of list rows: the schema costs more than the decryption at 100,000 rows.
 * A property test proves that it accepts and refuses the same rows as the contract's schema.
 */
export function checkSecretRows(rows: unknown): SecretListRow[] {
  if (!Array.isArray(rows)) throw new ContractError('secretList', ['secrets'])
  for (let i = 0; i < rows.length; i += 1) {
    const wrong = wrongField(rows[i])
    if (wrong !== null) throw new ContractError('secretList', ['secrets', i, wrong])
  }
  return rows as SecretListRow[]
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function wrongField(row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return ''
  const r = row as Record<string, unknown>
  if (typeof r['id'] !== 'string' || !ID.test(r['id'])) return 'id'
  if (typeof r['key'] !== 'string') return 'key'
  if (typeof r['creationDate'] !== 'string') return 'creationDate'
  if (typeof r['revisionDate'] !== 'string') return 'revisionDate'
  if (typeof r['write'] !== 'boolean') return 'write'
  if (typeof r['read'] !== 'boolean') return 'read'
  return Array.isArray(r['projects']) && r['projects'].every(isProject) ? null : 'projects'
}

function isProject(project: unknown): boolean {
  if (typeof project !== 'object' || project === null) return false
  const { id, name } = project as Record<string, unknown>
  return typeof id === 'string' && ID.test(id) && (name === null || typeof name === 'string')
}
