import { TriangleAlert } from 'lucide-react'
import type { Choices, ConflictField, FieldMerge, SecretTexts } from '#/domain/secret-conflict'
import type { Side } from '#/domain/three-way'
import { Chip } from '#/ui/Chip'
import { cx } from '#/ui/cx'
import { columnsClass, ConflictRow, type Texts } from './ConflictRow'
import { FIELD_WORDS } from './secret-draft'

interface Props {
  fields: readonly FieldMerge[]
  texts: Record<'base' | Side, SecretTexts>
  theirName: string
  isShown: boolean
  choices: Choices
  onChoose: (field: ConflictField, index: number, side: Side) => void
  projectName: (id: string | null) => string
}

/** One block a field; below 1024 px without the state one started from, below 640 px one state under the other. */
export function ConflictTable({ fields, texts, theirName, ...rest }: Props) {
  const same = fields.filter((field) => field.kind === 'same')
  return (
    <div className="rounded-control border border-line-strong">
      <div
        aria-hidden
        className={cx(columnsClass, 'border-b border-line-strong bg-chrome font-medium max-sm:hidden')}
      >
        <span className="px-3 py-2 max-lg:hidden">Where you started</span>
        <span className="border-line-strong px-3 py-2 lg:border-l">Theirs, {theirName}</span>
        <span className="border-l border-line-strong px-3 py-2">Yours, not saved</span>
      </div>
      {fields
        .filter((field) => field.kind !== 'same')
        .map((merge) => (
          <FieldBlock key={merge.field} merge={merge} texts={texts} {...rest} />
        ))}
      {same.length > 0 && (
        <p className="px-3 py-2 text-muted">
          Same in all three: {same.map((field) => FIELD_WORDS[field.field].toLowerCase()).join(', ')}
        </p>
      )}
    </div>
  )
}

type BlockProps = Omit<Props, 'fields' | 'theirName'> & { merge: FieldMerge }

function FieldBlock({ merge, texts, isShown, choices, onChoose, projectName }: BlockProps) {
  const { field } = merge
  const made = choices[field] ?? []
  const open = Array.from({ length: merge.choices }, (_, i) => made[i]).filter((side) => !side).length
  const say = (text: string | null): string | null => (field === 'projectId' ? projectName(text) : text)
  const whole: Texts = {
    base: say(texts.base[field]),
    theirs: say(texts.theirs[field]),
    yours: say(texts.yours[field]),
  }
  const rows = rowsOf(merge, whole)
  return (
    <section aria-label={FIELD_WORDS[field]} className="border-b border-line-strong last:border-b-0">
      <h3 className="flex items-center gap-2 border-b border-line px-3 py-1.5 font-medium">
        {FIELD_WORDS[field]}
        {open > 0 && (
          <Chip tone="warning" icon={TriangleAlert}>
            {open === 1 ? '1 needs you' : `${open} need you`}
          </Chip>
        )}
      </h3>
      {rows.map((row) => (
        <ConflictRow
          key={row.key}
          field={field}
          isHidden={field === 'value' && !isShown}
          kind={row.kind}
          what={row.what}
          texts={row.texts}
          choice={row.conflict === null ? undefined : made[row.conflict]}
          onChoose={(side) => row.conflict !== null && onChoose(field, row.conflict, side)}
        />
      ))}
    </section>
  )
}

interface Row {
  key: string
  kind: FieldMerge['kind']
  what: string
  texts: Texts
  /** Its place among the conflicts of the field; null where it is none. */
  conflict: number | null
}

/** The field as a whole, or a row for each stretch of lines. */
function rowsOf({ field, parts, kind }: FieldMerge, whole: Texts): Row[] {
  const word = FIELD_WORDS[field]
  if (!parts)
    return [{ key: field, kind, what: word, texts: whole, conflict: kind === 'conflict' ? 0 : null }]
  const rows: Row[] = []
  let line = 1
  let conflicts = 0
  for (const part of parts) {
    const isConflict = part.kind === 'conflict'
    rows.push({
      key: `${rows.length} ${part.kind}`,
      kind: part.kind,
      what: `${word}, line ${line}`,
      texts: { base: part.base.join(''), theirs: part.theirs.join(''), yours: part.yours.join('') },
      conflict: isConflict ? conflicts : null,
    })
    line += part.base.length
    if (isConflict) conflicts += 1
  }
  return rows
}
