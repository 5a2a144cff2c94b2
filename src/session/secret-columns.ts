import type { SearchIndex } from '#/domain/search'

/**
 * A list of secrets as columns: what the worker posts and pages read. Objects for 100,000 rows would cost a page
 * more than the list itself; strings are joined and cut by offset.
 */
export interface SecretColumns {
  count: number
  /** Ids of 36 characters, joined. */
  ids: string
  /** Names, joined; row i is `names.slice(offsets[i], offsets[i + 1])`. Empty where it could not be opened. */
  names: string
  offsets: Uint32Array
  /** 1 where the name could not be decrypted. */
  spoiled: Uint8Array
  /** Index into `projects`, -1 for none. */
  project: Int32Array
  /** 1 where this account may write. */
  write: Uint8Array
  /** Milliseconds since 1970. */
  changed: Float64Array
  created: Float64Array
  projects: ProjectName[]
  /** What a search looks through; made here, since folding 100,000 names would hold up a page. */
  search: SearchIndex
  /** 1 where another row has the same name. */
  duplicate: Uint8Array
  /** Rows by their last change, oldest first. */
  byChanged: Uint32Array
  /** Milliseconds that opening the names took. */
  openedIn: number
}

export interface ProjectName {
  id: string
  /** Null where it could not be decrypted. */
  name: string | null
}

const ID_LENGTH = 36

export function secretId(columns: Pick<SecretColumns, 'ids'>, row: number): string {
  return columns.ids.slice(row * ID_LENGTH, (row + 1) * ID_LENGTH)
}

/** Null where the name could not be decrypted. */
export function secretName(
  columns: Pick<SecretColumns, 'names' | 'offsets' | 'spoiled'>,
  row: number,
): string | null {
  if (columns.spoiled[row] === 1) return null
  return columns.names.slice(columns.offsets[row], columns.offsets[row + 1])
}

export function secretProject(columns: SecretColumns, row: number): ProjectName | null {
  return columns.projects[columns.project[row] ?? -1] ?? null
}

/** Row of an id, or -1. */
export function rowOfSecret(columns: Pick<SecretColumns, 'ids'>, id: string): number {
  let at = columns.ids.indexOf(id)
  while (at !== -1 && at % ID_LENGTH !== 0) at = columns.ids.indexOf(id, at + 1)
  return at === -1 ? -1 : at / ID_LENGTH
}
