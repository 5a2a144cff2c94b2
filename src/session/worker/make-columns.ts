import { decryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { duplicateNames } from '#/domain/duplicates'
import { buildSearchIndex } from '#/domain/search'
import { orderByNumber } from '#/domain/sort'
import { secretName } from '#/session/secret-columns'
import type { ProjectName, SecretColumns } from '#/session/secret-columns'
import type { OpenedNames } from './name-opener'
import type { ListedProject, SecretListRow } from './secret-rows'

/** What pages get of a list. `projects` are those that stand beside the rows. */
export async function makeColumns(
  key: SymmetricKey,
  rows: SecretListRow[],
  { names, offsets, spoiled, openedIn }: OpenedNames,
  projects: ListedProject[],
): Promise<SecretColumns> {
  const count = rows.length
  const ids = rows.map((row) => row.id).join('')
  const changed = Float64Array.from(rows, (row) => Date.parse(row.revisionDate))
  const columns: SecretColumns = {
    count,
    ids,
    names,
    offsets,
    spoiled,
    project: new Int32Array(count).fill(-1),
    write: Uint8Array.from(rows, (row) => (row.write ? 1 : 0)),
    changed,
    created: Float64Array.from(rows, (row) => Date.parse(row.creationDate)),
    projects: [],
    search: buildSearchIndex(names, offsets, ids),
    duplicate: new Uint8Array(count),
    byChanged: orderByNumber(changed),
    openedIn,
  }
  columns.duplicate = duplicateNames(count, (row) => secretName(columns, row))
  await fillProjects(key, columns, rows, projects)
  return columns
}

async function fillProjects(
  key: SymmetricKey,
  columns: SecretColumns,
  rows: SecretListRow[],
  listed: ListedProject[],
): Promise<void> {
  const known = await openProjects(key, listed)
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

async function openProjects(key: SymmetricKey, projects: ListedProject[]): Promise<Map<string, ProjectName>> {
  const opened = await Promise.all(projects.map((project) => openProject(key, project)))
  return new Map(opened.map((project) => [project.id, project]))
}

async function openProject(key: SymmetricKey, project: ListedProject): Promise<ProjectName> {
  const name = await decryptText(key, project.name).catch(() => null)
  return { id: project.id, name }
}
