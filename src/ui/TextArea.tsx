import { useMemo, useState, type ClipboardEvent, type ComponentProps } from 'react'
import { cx } from './cx'
import { Field, type FieldProps } from './Field'
import { fromTextarea, standInFor, toTextarea } from './raw-text'
import './value.css'

type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, 'className' | 'value' | 'defaultValue' | 'onChange' | 'rows'> & {
    value: string
    /** Every character as typed, CR included. */
    onChange: (value: string) => void
    mono?: boolean
    hasLineNumbers?: boolean
    /** Draws discs for the characters; the text can still be edited. */
    isMasked?: boolean
    /** Rows it has when there is little in it; it grows up to 24. */
    rows?: number
    /** From here on it scrolls inside: in a dialog what stands under it has to stay in view. */
    maxRows?: number
  }

const wrap = 'col-start-1 row-start-1 min-w-0 [overflow-wrap:anywhere] whitespace-break-spaces'

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, hintAside, error, counter, className, ...rest } = props
  const { value, onChange, mono, hasLineNumbers, isMasked, rows = 3, maxRows, onPaste, ...native } = rest
  const [standIn] = useState(() => standInFor(value))
  const shown = toTextarea(value, standIn)
  const text = cx(
    wrap,
    hasLineNumbers ? 'py-2 pr-3 pl-13' : 'px-2 py-1.5',
    mono && 'font-mono',
    isMasked && '[-webkit-text-security:disc]',
  )

  function keepCarriageReturns(event: ClipboardEvent<HTMLTextAreaElement>) {
    onPaste?.(event)
    const pasted = event.clipboardData.getData('text/plain')
    if (!pasted.includes('\r') || event.defaultPrevented || native.readOnly) return
    event.preventDefault()
    const area = event.currentTarget
    area.setRangeText(toTextarea(pasted, standIn), area.selectionStart, area.selectionEnd, 'end')
    onChange(fromTextarea(area.value, standIn))
  }

  return (
    <Field {...{ label, hideLabel, hint, hintAside, error, counter, className }} id={native.id}>
      {(aria) => (
        <div
          className={cx(
            'field-edge grid max-h-128 overflow-y-auto rounded-control pointer-coarse:text-[1rem]',
            native.disabled || native.readOnly ? 'bg-sunken' : 'bg-surface',
            hasLineNumbers && 'value-gutter',
          )}
          style={maxRows ? { maxHeight: `calc(${maxRows} * 1lh + 1rem)` } : undefined}
        >
          <Mirror text={shown} className={text} rows={rows} hasLineNumbers={hasLineNumbers ?? false} />
          <textarea
            spellCheck={!mono}
            {...native}
            {...aria}
            value={shown}
            onChange={(event) => onChange(fromTextarea(event.target.value, standIn))}
            onPaste={keepCarriageReturns}
            className={cx(text, 'resize-none overflow-hidden bg-transparent outline-none')}
          />
        </div>
      )}
    </Field>
  )
}

type MirrorProps = { text: string; className: string; rows: number; hasLineNumbers: boolean }

/** The same text, unseen and wrapped alike: it gives the field its height, and each line its number. */
function Mirror({ text, className, rows, hasLineNumbers }: MirrorProps) {
  const lines = useMemo(() => text.split('\n').map((line, index) => ({ line, number: index + 1 })), [text])
  return (
    <div
      aria-hidden
      className={cx(className, 'invisible')}
      style={{ minHeight: `calc(${rows} * 1lh + 1rem)` }}
    >
      {lines.map(({ line, number }) => (
        <div key={number} className={hasLineNumbers ? 'value-line' : undefined}>
          {line || '\u200B'}
        </div>
      ))}
    </div>
  )
}
