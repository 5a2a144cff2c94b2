import { Check } from 'lucide-react'
import { useId } from 'react'
import type { ConflictField } from '#/domain/secret-conflict'
import type { MergePart, Side } from '#/domain/three-way'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { MaskedValue } from '#/ui/MaskedValue'
import { Radio } from '#/ui/Radio'
import { MarkedText } from './MarkedText'
import { sizeWords } from './size-words'
import '#/ui/value.css'

/** Without the state one started from below 1024 px, one state under the other below 640 px. */
export const columnsClass = 'grid sm:grid-cols-2 lg:grid-cols-3'

/** Null cannot be decrypted. */
export type Texts = Record<'base' | Side, string | null>

interface Props {
  field: ConflictField
  kind: MergePart['kind']
  /** For screen readers: "Value, place 2". */
  what: string
  texts: Texts
  isHidden: boolean
  choice: Side | undefined
  onChoose: (side: Side) => void
}

/** One place in three states: taken where it fits, two radios where it does not. */
export function ConflictRow({ field, kind, what, texts, isHidden, choice, onChoose }: Props) {
  const name = useId()
  const cell = (side: 'base' | Side) => <CellText field={field} text={texts[side]} isHidden={isHidden} />
  if (kind === 'same') return <div className="px-3 py-1 text-muted">{cell('base')}</div>
  return (
    <div className={cx(columnsClass, kind === 'conflict' && 'bg-warning-soft')}>
      <div className="min-w-0 px-3 py-1.5 max-lg:hidden">
        <span className="sr-only">Where you started: </span>
        {cell('base')}
      </div>
      {(['theirs', 'yours'] as const).map((side) => {
        const isTaken = kind === side || kind === 'both' || choice === side
        const isUnchanged = kind !== 'conflict' && kind !== 'both' && kind !== side
        return (
          <label
            key={side}
            className={cx(
              'flex min-w-0 items-start gap-2 border-line-strong px-3 py-1.5 lg:border-l sm:not-first:border-l max-sm:border-t',
              isTaken && 'bg-good-soft',
              choice === side && 'outline-2 -outline-offset-2 outline-accent',
            )}
          >
            <span className="min-w-0 flex-1">
              <span className="text-meta text-muted sm:sr-only">
                {side === 'theirs' ? 'Theirs' : 'Yours'}{' '}
              </span>
              {isUnchanged ? <span className="text-muted">unchanged</span> : cell(side)}
            </span>
            {kind === 'conflict' ? (
              <Radio
                name={name}
                className="mt-0.5"
                aria-label={`${what}: take ${side === 'theirs' ? 'theirs' : 'yours'}`}
                checked={choice === side}
                onChange={() => onChoose(side)}
              />
            ) : (
              isTaken && (
                <>
                  <Icon of={Check} className="mt-0.5 text-good" />
                  <span className="sr-only">taken</span>
                </>
              )
            )}
          </label>
        )
      })}
    </div>
  )
}

function CellText({
  field,
  text,
  isHidden,
}: {
  field: ConflictField
  text: string | null
  isHidden: boolean
}) {
  if (text === null) return <span className="text-muted">cannot be decrypted</span>
  if (text === '') return <span className="text-muted">{field === 'value' ? 'nothing' : 'empty'}</span>
  if (isHidden) {
    return (
      <span className="flex flex-wrap items-center gap-x-3">
        <MaskedValue isInline />
        <span className="text-meta text-muted">{sizeWords(text)}</span>
      </span>
    )
  }
  if (field !== 'value') {
    return (
      <span className={cx('wrap-anywhere whitespace-pre-wrap', field === 'name' && 'font-mono')}>{text}</span>
    )
  }
  return (
    <span translate="no" className="value-text block !p-0 font-mono">
      <MarkedText text={text} />
    </span>
  )
}
