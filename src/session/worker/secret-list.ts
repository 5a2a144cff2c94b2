import { ContractError } from '#/api/error'
import { decryptTextBatch } from '#/crypto/decrypt-batch'
import { decryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { duplicateNames } from '#/domain/duplicates'
import { buildSearchIndex } from '#/domain/search'
import { orderByName, orderByNumber } from '#/domain/sort'
import { secretName } from '#/session/secret-columns'
import type { ProjectName, SecretColumns } from '#/session/secret-columns'
import { organizationKey } from './keys'
import { RowScanner } from './row-scanner'
import { checkSecretRows, isProject } from './secret-rows'
import type { ListedProject, SecretListRow } from './secret-rows'
import type { Context } from './vault'

const FIRST_ROWS = 200
const SLICE = 10_000

export type SecretListPart =
  | { kind: 'first'; columns: SecretColumns }
  | { kind: 'progress'; opened: number; of: number }

export interface SecretListRequest {
  organizationId: string
  /** Only the secrets of this project. */
  projectId?: string
}

/**
 * One request for the whole list. The first rows are decrypted and posted while the rest arrives; the server's
 * order (oldest change first) is kept, sorting is the page's wish and a permutation.
 */
export async function loadSecretList(
  context: Context,
  request: SecretListRequest,
  call: { signal: AbortSignal; part(part: SecretListPart): void },
): Promise<SecretColumns> {
  const key = await organizationKey(context.vault, request.organizationId)
  const response = request.projectId
    ? await context.client.stream('projectSecretList', { params: { projectId: request.projectId } }, call)
    : await context.client.stream('secretList', { params: { organizationId: request.organizationId } }, call)
  const text = await readWithFirstRows(response, async (rows) => {
    call.part({ kind: 'first', columns: await openRows(key, rows, new Map()) })
  })
  const answer = parseAnswer(text)
  const projects = await openProjects(key, answer.projects)
  return openRows(key, answer.secrets, projects, (opened) =>
    call.part({ kind: 'progress', opened, of: answer.secrets.length }),
  )
}

async function readWithFirstRows(
  response: Response,
  first: (rows: SecretListRow[]) => Promise<void>,
): Promise<string> {
  if (!response.body) return response.text()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const scanner = new RowScanner()
  const rest: string[] = []
  let posted: Promise<void> | null = null
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    const piece = done ? decoder.decode() : decoder.decode(value, { stream: true })
    if (posted) rest.push(piece)
    else if (scanner.feed(piece) >= FIRST_ROWS && !done) {
      posted = first(checkSecretRows(JSON.parse(scanner.rowsText())))
    }
    if (done) break
  }
  await posted
  return scanner.text + rest.join('')
}

function parseAnswer(text: string): {
  secrets: SecretListRow[]
  projects: ListedProject[]
} {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    throw new ContractError('secretList', [])
  }
  const { secrets, projects } = (answer ?? {}) as Record<string, unknown>
  if (!Array.isArray(projects) || !projects.every(isProject))
    throw new ContractError('secretList', ['projects'])
  return { secrets: checkSecretRows(secrets), projects }
}

async function openProjects(key: SymmetricKey, projects: ListedProject[]): Promise<Map<string, ProjectName>> {
  const opened = await Promise.all(projects.map((project) => openProject(key, project)))
  return new Map(opened.map((project) => [project.id, project]))
}

async function openProject(key: SymmetricKey, project: ListedProject): Promise<ProjectName> {
  const name = await decryptText(key, project.name).catch(() => null)
  return { id: project.id, name }
}

async function openRows(
  key: SymmetricKey,
  rows: SecretListRow[],
  projects: Map<string, ProjectName>,
  progress?: (opened: number) => void,
): Promise<SecretColumns> {
  const count = rows.length
  const columns: SecretColumns = {
    count,
    ids: rows.map((row) => row.id).join(''),
    names: '',
    offsets: new Uint32Array(count + 1),
    spoiled: new Uint8Array(count),
    project: new Int32Array(count).fill(-1),
    write: new Uint8Array(count),
    changed: new Float64Array(count),
    created: new Float64Array(count),
    projects: [],
    search: { text: '', offsets: new Uint32Array(1), ids: '' },
    duplicate: new Uint8Array(count),
    byChanged: new Uint32Array(count),
    openedIn: 0,
  }
  await fillProjects(key, columns, rows, projects)
  rows.forEach((row, i) => {
    columns.write[i] = row.write ? 1 : 0
    columns.changed[i] = Date.parse(row.revisionDate)
    columns.created[i] = Date.parse(row.creationDate)
  })
  const before = performance.now()
  await fillNames(key, columns, rows, progress)
  columns.openedIn = performance.now() - before
  columns.search = buildSearchIndex(columns.names, columns.offsets, columns.ids)
  columns.duplicate = duplicateNames(count, (row) => secretName(columns, row))
  columns.byChanged = orderByNumber(columns.changed)
  return columns
}

async function fillProjects(
  key: SymmetricKey,
  columns: SecretColumns,
  rows: SecretListRow[],
  known: Map<string, ProjectName>,
): Promise<void> {
  const indexes = new Map<string, number>()
  const names: Promise<ProjectName>[] = []
  rows.forEach((row, i) => {
    const project = row.projects[0]
    if (!project) return
    let index = indexes.get(project.id)
    if (index === undefined) {
      index = names.length
      indexes.set(project.id, index)
      const opened = known.get(project.id)
      names.push(opened ? Promise.resolve(opened) : openProject(key, project))
    }
    columns.project[i] = index
  })
  columns.projects = await Promise.all(names)
}

async function fillNames(
  key: SymmetricKey,
  columns: SecretColumns,
  rows: SecretListRow[],
  progress?: (opened: number) => void,
): Promise<void> {
  const texts: string[] = []
  let length = 0
  for (let start = 0; start < rows.length; start += SLICE) {
    const slice = rows.slice(start, start + SLICE)
    const batch = await decryptTextBatch(
      key,
      slice.map((row) => row.key),
    )
    texts.push(batch.text)
    for (let i = 0; i < slice.length; i += 1)
      columns.offsets[start + i + 1] = length + (batch.offsets[i + 1] ?? 0)
    for (const i of batch.failures.keys()) columns.spoiled[start + i] = 1
    length += batch.text.length
    progress?.(start + slice.length)
  }
  columns.names = texts.join('')
}

export type NameColumn = Pick<SecretColumns, 'count' | 'names' | 'offsets' | 'spoiled'>

/** Rows by name, ascending, those that cannot be read last. The names come from the page: a copy of a text is cheap. */
export function orderNames({ count, names, offsets, spoiled }: NameColumn): Uint32Array {
  return orderByName(count, (row) =>
    spoiled[row] === 1 ? null : names.slice(offsets[row], offsets[row + 1]),
  )
}
