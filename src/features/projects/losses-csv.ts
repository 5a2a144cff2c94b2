import { csvText } from '#/lib/csv'
import type { Losses } from './use-losses'
import type { ProjectFacts } from './use-projects'

export function lossesCsv(project: ProjectFacts, losses: Pick<Losses, 'machines' | 'people'>): string {
  const of = [project.id, project.name ?? '']
  const rows = [
    ['project id', 'project', 'who', 'id', 'name', 'access', 'of all that it can reach', 'reads, 30 days'],
    ...(losses.machines ?? []).map(({ id, name, canWrite, reach, reads }) => [
      ...of,
      'machine account',
      id,
      name,
      accessWords(canWrite),
      reach,
      reads,
    ]),
    ...(losses.people ?? []).map(({ id, kind, name, canWrite }) => [
      ...of,
      kind,
      id,
      name,
      accessWords(canWrite),
      '',
      '',
    ]),
  ]
  return csvText(rows)
}

const accessWords = (canWrite: boolean) => (canWrite ? 'can read and write' : 'can read')

/** Hands the list to the browser as a file; the file's name holds the id alone. */
export function saveLosses(project: ProjectFacts, losses: Losses): void {
  const url = URL.createObjectURL(new Blob([lossesCsv(project, losses)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `project-${project.id.slice(0, 8)}-access.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
