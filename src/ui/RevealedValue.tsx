import { useMemo, type ClipboardEvent, type ReactNode } from 'react'
import { cx } from './cx'
import { markInvisible, withFewSigns } from './mark-invisible'
import './value.css'

/** More are no help to a reader, and each is an element with a sign of its own. */
const MOST_SIGNS = 3_000

type RevealedValueProps = {
  text: string
  /** Accessible name of the box. */
  label?: string
  /** Off for what fits in a line of a list. */
  hasLineNumbers?: boolean
  /** Something of it was copied by hand: the caller may clear the clipboard later. */
  onCopied?: () => void
  /** The same text, drawn by the caller: character for character, or copying would lie. */
  children?: ReactNode
  className?: string | undefined
}

/**
 * The text holds every character of the value and nothing else. Signs, line numbers and "end of value" are
 * generated content, so neither selecting nor searching meets them.
 */
export function RevealedValue(props: RevealedValueProps) {
  const { text, label = 'Value', hasLineNumbers = true, onCopied, children, className } = props
  const { drawn, rest } = useMemo(() => withFewSigns(markInvisible(text), MOST_SIGNS), [text])
  const endsWithFeed = text.endsWith('\n')

  function onCopy(event: ClipboardEvent) {
    const selected = selectedText(event.currentTarget)
    if (!selected) return
    // The browser would trim line ends and turn NBSP into spaces.
    event.preventDefault()
    event.clipboardData.setData('text/plain', selected)
    onCopied?.()
  }

  return (
    <div
      role="textbox"
      aria-readonly
      aria-multiline
      // Scrolls and is selected by keyboard.
      tabIndex={0}
      aria-label={label}
      onCopy={onCopy}
      data-end={text === '' ? 'empty' : endsWithFeed ? 'end of value' : undefined}
      translate="no"
      className={cx(
        'value-text focus-inside rounded-control border border-line-strong bg-surface font-mono',
        hasLineNumbers && 'value-lines',
        className,
      )}
    >
      {children ?? (
        <>
          {drawn.map((piece) =>
            piece.kind === 'text' ? (
              piece.text
            ) : (
              <i key={piece.at} data-is={piece.kind} data-sign={piece.sign}>
                {piece.text}
              </i>
            ),
          )}
          {rest !== '' && <i data-is="limit" data-sign="no signs from here on" />}
          {rest}
        </>
      )}
    </div>
  )
}

function selectedText(box: Element): string {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0).cloneRange()
  const inside = document.createRange()
  inside.selectNodeContents(box)
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) < 0) {
    range.setStart(inside.startContainer, inside.startOffset)
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) > 0)
    range.setEnd(inside.endContainer, inside.endOffset)
  return range.cloneContents().textContent
}
