import { useState } from 'react'
import { NONE, rightWords } from '#/domain/access/facts'
import { isMatch } from '#/features/access/names'
import type { NamedThing } from '#/features/access/names'
import { Button } from '#/ui/Button'
import { Checkbox } from '#/ui/Checkbox'
import { SearchField } from '#/ui/SearchField'

interface Props {
  rows: readonly (NamedThing & { before: number })[]
  chosen: ReadonlySet<string>
  right: number
  /** Projects whose grants are not known. */
  missing: number
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** On which projects a grant is changed; each says what becomes of it. */
export function ProjectChoices({ rows, chosen, right, missing, onChoose }: Props) {
  const [text, setText] = useState('')
  const shown = rows.filter((project) => isMatch(project, text))
  const isAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id))
  const put = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (isIn) next.add(id)
      else next.delete(id)
    onChoose(next)
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label="Search projects" value={text} onChange={setText} />
        <Button
          size={28}
          disabledReason={shown.length === 0 && 'No project matches.'}
          onClick={() =>
            put(
              shown.map(({ id }) => id),
              !isAll,
            )
          }
        >
          {isAll ? 'Choose none' : `Choose ${text.trim() === '' ? 'all' : 'these'} ${shown.length}`}
        </Button>
      </div>
      <ul aria-label="Projects" className="max-h-72 overflow-y-auto">
        {shown.map(({ before, ...project }) => (
          <li key={project.id} className="border-b border-line py-1.5">
            <Checkbox
              checked={chosen.has(project.id)}
              onChange={() => put([project.id], !chosen.has(project.id))}
              label={project.name}
              hint={changeWords(before, chosen.has(project.id) ? right : before)}
            />
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <p className="text-meta text-muted">
          {missing} {missing === 1 ? 'project is' : 'projects are'} not here: their grants are not told to
          your account, or were not read yet.
        </p>
      )}
    </>
  )
}

const ownWords = (right: number) => (right === NONE ? 'No grant of its own' : rightWords(right))

const changeWords = (before: number, after: number): string => {
  if (before === after) return ownWords(before)
  return `${ownWords(before)} → ${after === NONE ? 'none' : rightWords(after).toLowerCase()}`
}
