import { useMemo } from 'react'
import { markInvisible } from '#/ui/mark-invisible'

/** Text with a sign for each character that cannot be seen, for a line among others. */
export function MarkedText({ text }: { text: string }) {
  const pieces = useMemo(() => markInvisible(text), [text])
  return pieces.map((piece) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      <i key={piece.at} data-is={piece.kind} data-sign={piece.sign}>
        {piece.text}
      </i>
    ),
  )
}
