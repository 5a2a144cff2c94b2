import type { CallResult } from '#/session/call-types'
import type { SelectOption } from '#/ui/Select'

type Project = CallResult<'listProjects'>[number]

/**
 * Projects to put a secret into: those that this account may write, the present one in any case, sorted by name,
 * and "none" where that is permitted.
 */
export function projectChoices(
  projects: readonly Project[],
  was: { id: string; name: string | null } | null,
  chosen: string | null,
  mayHaveNone: boolean,
): SelectOption<string>[] {
  const open = projects
    .filter((project) => project.canWrite || project.id === was?.id)
    .map(({ id, name }) => ({ value: id, label: projectLabel(id, name.ok ? name.text : null) }))
  for (const id of [was?.id, chosen]) {
    if (id && !open.some((option) => option.value === id))
      open.push({ value: id, label: projectLabel(id, id === was?.id ? (was?.name ?? null) : null) })
  }
  open.sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
  return mayHaveNone ? [{ value: 'none', label: 'No project' }, ...open] : open
}

export function projectLabel(id: string, name: string | null): string {
  return name ?? `Project ${id.slice(0, 8)}, name not readable`
}
