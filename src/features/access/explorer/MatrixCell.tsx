import { rightWords } from '#/domain/access/facts'
import { cx } from '#/ui/cx'
import type { CellLook } from './matrix-rows'
import { UNUSED_DAYS } from './unused'

const LOOKS: Record<string, string> = {
  direct: 'bg-selection text-accent-text',
  group: 'border border-dashed border-accent-line text-accent-text',
  role: 'bg-pressed text-text',
  told: 'border border-line-strong text-text',
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

/** What a cell says to those who do not see it. */
export function cellWords({ letters, right, by, isWaiting }: CellLook, isUnused: boolean): string {
  if (isWaiting) return 'Not read yet'
  if (letters === '') return 'No access'
  const words = by ? `${rightWords(right)}, ${BY_WORDS[by] ?? ''}` : rightWords(right)
  return isUnused ? `${words}, unused for ${UNUSED_DAYS} days` : words
}

/**
 * A right as a letter and an edge: filled direct, dashed through a group, grey by role, hatched not known. Few
 * elements: a scrolled matrix makes hundreds of them in a frame.
 */
export function RightMark({ look, isUnused = false }: { look: CellLook; isUnused?: boolean }) {
  const { letters, by, isWaiting } = look
  if (isWaiting) return null
  if (letters === '') return '·'
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex h-5 min-w-8 items-center justify-center rounded-chip px-1 font-mono text-cap font-medium',
        by ? LOOKS[by] : 'text-text',
        isUnused && 'line-through decoration-2',
      )}
      style={letters === '?' ? hatched : undefined}
    >
      {letters}
    </span>
  )
}

/** What the marks mean. */
export function Legend({ hasUnused }: { hasUnused: boolean }) {
  return (
    <span aria-hidden className="flex flex-wrap items-center gap-3 max-sm:hidden">
      {(['direct', 'group', 'role'] as const).map((by) => (
        <span key={by} className="flex items-center gap-1.5">
          <RightMark look={{ letters: 'RW', right: 3, by, isWaiting: false }} />
          {by === 'role' ? 'Owner or admin' : by === 'group' ? 'Through a group' : 'Direct'}
        </span>
      ))}
      <span className="flex items-center gap-1.5">
        <RightMark look={{ letters: '?', right: 4, by: null, isWaiting: false }} /> Not known to you
      </span>
      {hasUnused && (
        <span className="flex items-center gap-1.5">
          <RightMark look={{ letters: 'R', right: 1, by: 'direct', isWaiting: false }} isUnused /> Unused for{' '}
          {UNUSED_DAYS} days
        </span>
      )}
      <span>· None</span>
    </span>
  )
}
