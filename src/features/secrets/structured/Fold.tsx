import type { ReactNode } from 'react'
import './structured.css'

interface Props {
  what: string
  /** Line ends inside. */
  lines: number
  isFolded: boolean
  onToggle: () => void
  children: ReactNode
}

/** The sign and the note are generated content: they are in no selection. */
export function Fold({ what, lines, isFolded, onToggle, children }: Props) {
  return (
    <>
      <button
        type="button"
        aria-expanded={!isFolded}
        aria-label={`${isFolded ? 'Unfold' : 'Fold'} ${what}`}
        data-note={isFolded ? `… ${what} ` : ''}
        // Lines that are not drawn still count.
        style={isFolded ? { counterIncrement: `line ${lines}` } : undefined}
        onClick={onToggle}
        className="value-fold"
      />
      <span hidden={isFolded}>{children}</span>
    </>
  )
}
