import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { shapeOf, type ShapeFold, type ValueShape } from '#/domain/value-shape'
import { Button } from '#/ui/Button'
import { markInvisible, type Piece } from '#/ui/mark-invisible'
import { RevealedValue } from '#/ui/RevealedValue'
import { Fold } from './Fold'
import { useColours } from './use-colours'

interface Props {
  text: string
  onCopied: () => void
}

/** Above this a document begins folded below its first level. */
const LONG = 2_000
const MOST_FOLDS = 400
/** What is shorter than this is read faster than it is unfolded. */
const WORTH_FOLDING = 40

/**
 * JSON and PEM as they are, coloured, and with parts that fold. Not a character is added, moved or left out: a folded
 * part is still in the text, so that copying the whole gives the whole.
 */
export function StructuredValue(props: Props) {
  const shape = useMemo(() => shapeOf(props.text), [props.text])
  return shape ? <Shaped {...props} shape={shape} /> : <RevealedValue {...props} />
}

function Shaped({ text, shape, onCopied }: Props & { shape: ValueShape }) {
  const folds = useMemo(
    () => shape.folds.filter(({ from, to }) => to - from > WORTH_FOLDING).slice(0, MOST_FOLDS),
    [shape],
  )
  const pieces = useMemo(() => markInvisible(text), [text])
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => atFirst(text, shape, folds))
  const box = useColours(shape.tokens)
  const toggle = (from: number) =>
    setFolded((old) => {
      const next = new Set(old)
      if (!next.delete(from)) next.add(from)
      return next
    })
  return (
    <div ref={box} className="relative">
      {folds.length > 0 && (
        // Beside the heading, so that the box keeps its top edge when it is revealed.
        <div className="absolute right-28 bottom-full mb-2.5 flex gap-1 max-sm:static max-sm:mb-1 max-sm:justify-end">
          <Button size={28} variant="ghost" icon={UnfoldVertical} onClick={() => setFolded(new Set())}>
            Unfold all
          </Button>
          <Button
            size={28}
            variant="ghost"
            icon={FoldVertical}
            onClick={() => setFolded(new Set(folds.map(({ from }) => from)))}
          >
            Fold all
          </Button>
        </div>
      )}
      <RevealedValue text={text} onCopied={onCopied}>
        {nest({ text, pieces, folded, toggle }, 0, text.length, folds)}
      </RevealedValue>
    </div>
  )
}

function atFirst(text: string, { kind }: ValueShape, folds: readonly ShapeFold[]): ReadonlySet<number> {
  const isFolded = (fold: ShapeFold) => (kind === 'PEM' ? true : text.length > LONG && fold.depth === 1)
  return new Set(folds.filter(isFolded).map(({ from }) => from))
}

interface Source {
  text: string
  pieces: readonly Piece[]
  folded: ReadonlySet<number>
  toggle: (from: number) => void
}

/** The text from one place to another, with the folds in it as elements. `folds` are in the order of their beginning. */
function nest(source: Source, from: number, to: number, folds: readonly ShapeFold[]): ReactNode[] {
  const parts: ReactNode[] = []
  let at = from
  for (const fold of folds) {
    if (fold.from < at || fold.to > to) continue
    parts.push(...drawn(source.pieces, at, fold.from))
    const inner = folds.filter((each) => each.from > fold.from && each.to < fold.to)
    parts.push(
      <Fold
        key={`fold ${fold.from}`}
        what={fold.what}
        lines={source.text.slice(fold.from, fold.to).split('\n').length - 1}
        isFolded={source.folded.has(fold.from)}
        onToggle={() => source.toggle(fold.from)}
      >
        {nest(source, fold.from, fold.to, inner)}
      </Fold>,
    )
    at = fold.to
  }
  parts.push(...drawn(source.pieces, at, to))
  return parts
}

/** Signs are found in the whole text: at the end of a stretch, a blank is not yet one at the end of a line. */
function drawn(pieces: readonly Piece[], from: number, to: number): ReactNode[] {
  return pieces.flatMap<ReactNode>((piece) => {
    const start = Math.max(from, piece.at)
    const text = piece.text.slice(start - piece.at, to - piece.at)
    if (piece.at >= to || text === '') return []
    if (piece.kind === 'text') return [text]
    return [
      <i key={start} data-is={piece.kind} data-sign={piece.sign}>
        {text}
      </i>,
    ]
  })
}
