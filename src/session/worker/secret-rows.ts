import { guid, utcDate } from '#/api/contract/common'
import { ContractError } from '#/api/error'

export interface ListedProject {
  id: string
  name: string
}

/** A row of the secret list, as far as the list needs it. */
export interface SecretListRow {
  id: string
  key: string
  creationDate: string
  revisionDate: string
  projects: ListedProject[]
  write: boolean
}

/**
 * The bulk reader's own check of list rows: the schema costs more than the decryption at 100,000 rows.
 * A property test proves that it accepts and refuses the same rows as the contract's schema. `from` is the number of the
 * first row in the whole list.
 */
export function checkSecretRows(rows: unknown, from = 0): SecretListRow[] {
  if (!Array.isArray(rows)) throw new ContractError('secretList', ['secrets'])
  for (let i = 0; i < rows.length; i += 1) {
    const wrong = wrongField(rows[i])
    if (wrong !== null) throw new ContractError('secretList', ['secrets', from + i, wrong])
  }
  return rows as SecretListRow[]
}

function wrongField(row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return ''
  const r = row as Record<string, unknown>
  if (!isText(r['id'], guid)) return 'id'
  if (!isText(r['organizationId'], guid)) return 'organizationId'
  if (typeof r['key'] !== 'string') return 'key'
  if (!isText(r['creationDate'], utcDate)) return 'creationDate'
  if (!isText(r['revisionDate'], utcDate)) return 'revisionDate'
  if (typeof r['read'] !== 'boolean') return 'read'
  if (typeof r['write'] !== 'boolean') return 'write'
  return Array.isArray(r['projects']) && r['projects'].every(isProject) ? null : 'projects'
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value)
}

/** Also for the projects that stand beside the rows. */
export function isProject(project: unknown): project is ListedProject {
  if (typeof project !== 'object' || project === null) return false
  const { id, name } = project as Record<string, unknown>
  return isText(id, guid) && typeof name === 'string'
}
