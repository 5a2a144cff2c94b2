import { ArrowRight, X } from 'lucide-react'
import { Button } from '#/ui/Button'
import { usePageActs } from '#/ui/page-acts'
import type { Show } from './compare-rows'
import { projectName, type Snapshot } from './use-comparison'

interface Props {
  show: Show
  snapshot: Snapshot
  count: number
  hidden: number
  gone: string | false
  onTransfer: (to: 'a' | 'b') => void
  onNone: () => void
}

/** Docked above the status line, so that it hides no row. */
export function TransferBar({ show, snapshot, count, hidden, gone, onTransfer, onNone }: Props) {
  const targets = show === 'a' ? (['b'] as const) : show === 'b' ? (['a'] as const) : (['b', 'a'] as const)
  const closedTo = (to: 'a' | 'b') =>
    gone || (!snapshot[to].canWrite && `You can read ${projectName(snapshot[to])}, not write it.`)
  const words = (to: 'a' | 'b') => `Copy or move ${count.toLocaleString('en-GB')} to ${to.toUpperCase()}`
  usePageActs(
    count === 0
      ? []
      : targets.map((to) => ({
          ...{ name: words(to), icon: ArrowRight, closed: closedTo(to) },
          run: () => onTransfer(to),
        })),
  )
  if (count === 0) return null
  return (
    <div
      role="region"
      aria-label="Acts on the selection"
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-t border-accent-line bg-accent-softer px-4 py-1.5"
    >
      <span className="mr-auto" role="status">
        <b className="font-medium">{count.toLocaleString('en-GB')} selected</b>
        {hidden > 0 && `, ${hidden.toLocaleString('en-GB')} of them not shown`}
      </span>
      {targets.map((to, index) => (
        <Button
          key={to}
          size={28}
          icon={ArrowRight}
          variant={index === 0 ? 'solid' : 'outlined'}
          disabledReason={closedTo(to)}
          onClick={() => onTransfer(to)}
        >
          {words(to)}
        </Button>
      ))}
      <Button size={28} icon={X} onClick={onNone}>
        Clear selection
      </Button>
    </div>
  )
}
