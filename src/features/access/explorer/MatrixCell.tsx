import { rightWords } from '#/domain/access/facts'
import { cx } from '#/ui/cx'
import type { CellLook } from './matrix-rows'

const LOOKS: Record<string, string> = {
  direct: 'bg-selection text-accent-text',
  group: 'border border-dashed border-accent-line text-accent-text',
  role: 'bg-pressed',
  told: 'border border-line-strong',
}

const BY_WORDS: Record<string, string> = {
  direct: 'direct',
  group: 'through a group',
  role: 'by role',
  told: 'as the server lists it',
}

const hatched = {
  backgroundImage: 'repeating-linear-gradient(135deg, var(--line-strong) 0 1px, transparent 1px 4px)',
}

/** A right as a letter and an edge: filled direct, dashed through a group, grey by role, hatched not known. */
export function RightCell({ look }: { look: CellLook }) {
  if (look.letters === '') {
    return (
      <span className="text-muted">
        <span aria-hidden>·</span>
        <span className="sr-only">No access</span>
      </span>
    )
  }
  const isUnknown = look.letters === '?'
  return (
    <span
      className={cx(
        'inline-flex h-5 min-w-8 items-center justify-center rounded-chip px-1 font-mono text-cap font-medium',
        look.by && LOOKS[look.by],
      )}
      style={isUnknown ? hatched : undefined}
    >
      <span aria-hidden>{look.letters}</span>
      <span className="sr-only">
        {rightWords(look.right)}
        {look.by && `, ${BY_WORDS[look.by] ?? ''}`}
      </span>
    </span>
  )
}

/** What the marks mean. */
export function Legend() {
  return (
    <span aria-hidden className="flex flex-wrap items-center gap-3 max-sm:hidden">
      {(['direct', 'group', 'role'] as const).map((by) => (
        <span key={by} className="flex items-center gap-1.5">
          <RightCell look={{ letters: 'RW', right: 3, by }} />
          {by === 'role' ? 'Owner or admin' : by === 'group' ? 'Through a group' : 'Direct'}
        </span>
      ))}
      <span className="flex items-center gap-1.5">
        <RightCell look={{ letters: '?', right: 4, by: null }} /> Not known to you
      </span>
      <span>· None</span>
    </span>
  )
}
