import { TriangleAlert } from 'lucide-react'
import { Icon } from '#/ui/Icon'

/** A text as it was understood: what its parts are and where, and what is wrong with some of them. */
interface Understood {
  parts: readonly { kind: 'word' | 'field'; start: number; end: number }[]
  marks: readonly { start: number; end: number; words: string }[]
}

interface MirrorProps {
  text: string
  understood: Understood
  /** Px that the field has scrolled: the marks go along. */
  scroll: number
}

/** Lies behind the typed text, letter over letter: what is understood is shaded, what is wrong is underlined. */
export function QueryMirror({ text, understood: { parts, marks }, scroll }: MirrorProps) {
  const pieces = []
  let at = 0
  for (const part of parts) {
    if (part.kind !== 'field') continue
    const wrong = marks.find((mark) => mark.start >= part.start && mark.end === part.end)
    const good = text.slice(part.start, wrong?.start ?? part.end)
    pieces.push(text.slice(at, part.start))
    if (good !== '')
      pieces.push(
        <span key={part.start} className={wrong ? '' : 'rounded-chip bg-pressed'}>
          {good}
        </span>,
      )
    if (wrong)
      pieces.push(
        <span
          key={`${part.start}!`}
          className="underline decoration-danger decoration-wavy decoration-from-font underline-offset-2"
        >
          {text.slice(wrong.start, wrong.end)}
        </span>,
      )
    at = part.end
  }
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 flex items-center overflow-hidden whitespace-pre text-transparent pointer-coarse:text-[1rem]"
    >
      {/* Moved, not scrolled: to scroll it the whole page would have to be laid out with each letter. */}
      <span style={{ transform: `translateX(${-scroll}px)` }} className="inline-block">
        {pieces}
        {text.slice(at)}
      </span>
    </div>
  )
}

/** What is wrong, in words, under the box. The list goes on as if it were not written. */
export function QueryMarks({ id, understood, text }: { id: string; understood: Understood; text: string }) {
  const { marks } = understood
  if (marks.length === 0) return null
  return (
    <div
      id={id}
      role="status"
      className="flex flex-wrap items-center gap-x-4 border-b border-line-strong bg-warning-soft px-4 py-1 text-meta text-warning"
    >
      {marks.slice(0, 3).map(({ start, end, words }) => (
        <span key={start} className="flex min-w-0 items-center gap-1.5">
          <Icon of={TriangleAlert} size={14} className="text-warning-icon" />
          <span className="max-w-60 truncate font-mono">{text.slice(start, end)}</span>
          <span>{words} Not used until then.</span>
        </span>
      ))}
    </div>
  )
}
