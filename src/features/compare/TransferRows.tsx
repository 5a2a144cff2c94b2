import { useState } from 'react'
import { compareNames } from '#/domain/sort'
import type { ConflictChoice, TransferAct, TransferRow } from '#/domain/project-transfer'
import { Button } from '#/ui/Button'
import { Select } from '#/ui/Select'

interface Props {
  act: TransferAct
  rows: readonly TransferRow[]
  choose: (id: string, choice: ConflictChoice) => void
  words: Record<ConflictChoice, string>
}

/** More lines than anybody reads would only make the dialog slow: what wants a choice stands first. */
const FIRST = 100

export function TransferRows({ act, rows, choose, words }: Props) {
  const [limit, setLimit] = useState(FIRST)
  const sorted = rows.toSorted(
    (a, b) => urgency(a) - urgency(b) || compareNames(a.source.name ?? '', b.source.name ?? ''),
  )
  const shown = sorted.slice(0, limit)
  return (
    <div>
      <ul aria-label="What happens to each" className="max-h-80 overflow-y-auto border-y border-line">
        {shown.map((row) => (
          <li
            key={row.source.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-0"
          >
            <span
              className="min-w-40 flex-1 font-mono font-medium wrap-anywhere max-sm:basis-full"
              dir="auto"
            >
              {row.source.name ?? row.source.id.slice(0, 8)}
            </span>
            <span className="min-w-0 flex-1 basis-32 text-muted wrap-anywhere">{stepWords(act, row)}</span>
            {row.choices.length > 0 && (
              <Select
                className="w-36 shrink-0"
                size={28}
                hideLabel
                label={`On ${row.source.name ?? row.source.id.slice(0, 8)}`}
                value={choiceOf(row)}
                options={row.choices.map((value) => ({ value, label: words[value] }))}
                onChange={(next) => choose(row.source.id, next)}
              />
            )}
          </li>
        ))}
      </ul>
      {sorted.length > limit && (
        <Button size={28} className="mt-2" onClick={() => setLimit(limit + 1000)}>
          Show {Math.min(1000, sorted.length - limit).toLocaleString('en-GB')} more
        </Button>
      )}
    </div>
  )
}

const urgency = ({ conflict, step }: TransferRow): number => (conflict ? 0 : step.kind === 'refused' ? 1 : 2)

function choiceOf({ step }: TransferRow): ConflictChoice {
  if (step.kind === 'overwrite') return 'overwrite'
  return step.kind === 'create' ? 'keep-both' : 'skip'
}

function stepWords(act: TransferAct, { source, conflict, step }: TransferRow): string {
  const did = act === 'copy' ? 'Copied' : 'Moved'
  switch (step.kind) {
    case 'refused':
      return `Left as it is: ${step.reason}`
    case 'overwrite':
      return 'Its value and note replace those there'
    case 'create':
      return step.name === source.name ? did : `${did} as ${step.name}`
    case 'skip':
      if (conflict?.kind === 'double') return `Left as it is: ${conflict.count} there have the name`
      return conflict?.kind === 'twin'
        ? 'Left as it is: another one brings the name'
        : 'Left as it is: the name is there'
  }
}
