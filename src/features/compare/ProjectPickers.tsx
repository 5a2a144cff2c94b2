import { ArrowLeftRight } from 'lucide-react'
import { compareNames } from '#/domain/sort'
import { IconButton } from '#/ui/IconButton'
import { Select } from '#/ui/Select'
import { projectName, type ComparedProject } from './use-comparison'

interface Props {
  projects: readonly ComparedProject[]
  a: string | undefined
  b: string | undefined
  onChange: (a: string | undefined, b: string | undefined) => void
}

/** Which two; both stand in the URL. */
export function ProjectPickers({ projects, a, b, onChange }: Props) {
  const options = projects
    .toSorted((x, y) => compareNames(projectName(x), projectName(y)))
    .map((project) => ({ value: project.id, label: projectName(project) }))
  const without = (id: string | undefined) =>
    options.map((option) => ({ ...option, isClosed: option.value === id }))
  const known = (id: string | undefined) => (options.some(({ value }) => value === id) ? (id ?? '') : '')
  return (
    <div className="flex items-end gap-2 px-4 pb-3 max-sm:flex-col max-sm:items-stretch">
      <Select
        className="min-w-0 flex-1 sm:max-w-80"
        label="Project A"
        options={without(b)}
        value={known(a)}
        placeholder="Choose a project"
        onChange={(next) => onChange(next, b)}
      />
      <IconButton
        icon={ArrowLeftRight}
        label="Swap A and B"
        disabledReason={(!a || !b) && 'Choose both first'}
        onClick={() => onChange(b, a)}
      />
      <Select
        className="min-w-0 flex-1 sm:max-w-80"
        label="Project B"
        options={without(a)}
        value={known(b)}
        placeholder="Choose a project"
        onChange={(next) => onChange(a, next)}
      />
    </div>
  )
}
