import type { ComparedLine } from '#/domain/value-compare'
import { MarkedText } from '#/features/secrets/form/MarkedText'
import { MaskedValue } from '#/ui/MaskedValue'
import '#/ui/value.css'

interface Props {
  line: ComparedLine
  isShown: boolean
  mark: 'bg-removed-word' | 'bg-added-word'
  /** A whole line that went or came is coloured as a line; only parts are marked inside of it. */
  hasMarks: boolean
}

/** One line of a side. A line end is drawn only where it is what differs. */
export function DiffText({ line, isShown, mark, hasMarks }: Props) {
  if (!isShown) return <MaskedValue isInline label="hidden" />
  const pieces = line.pieces.map((piece, at) => ({
    ...piece,
    text: hasMarks && piece.isMarked ? piece.text : piece.text.replace(/\r\n$|[\r\n]$/, ''),
    at,
  }))
  return (
    <span translate="no" className="value-text block !p-0">
      {pieces.map((piece) =>
        hasMarks && piece.isMarked ? (
          <mark key={piece.at} className={`rounded-[2px] text-inherit ${mark}`}>
            <MarkedText text={piece.text} />
          </mark>
        ) : (
          <MarkedText key={piece.at} text={piece.text} />
        ),
      )}
    </span>
  )
}
