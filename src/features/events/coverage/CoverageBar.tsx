import type { Trace } from '#/domain/coverage/traces'
import { cx } from '#/ui/cx'

const PARTS: readonly { trace: Trace; words: string; look: string }[] = [
  { trace: 'recorded', words: 'recorded, with who, what, when and from where', look: 'bg-accent' },
  {
    trace: 'part',
    words: 'in part',
    look: 'bg-[repeating-linear-gradient(135deg,var(--color-accent)_0_4px,transparent_4px_7px)]',
  },
  { trace: 'none', words: 'leave no trace', look: 'border border-dashed border-control' },
]

/** Solid, striped, dashed; the words below say it again. */
export function CoverageBar({ counts }: { counts: Record<Trace, number> }) {
  return (
    <div className="flex gap-0.5 px-4 pb-3">
      {PARTS.map(({ trace, words, look }) => (
        <div key={trace} className="min-w-20" style={{ flex: counts[trace] }}>
          <div
            aria-hidden
            className={cx('h-3.5 rounded-chip forced-colors:border forced-colors:border-[CanvasText]', look)}
          />
          <p className="mt-1.5 text-meta text-muted">
            <strong className="font-medium text-text">{counts[trace]}</strong> {words}
          </p>
        </div>
      ))}
    </div>
  )
}
