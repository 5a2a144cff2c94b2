import type { ReactNode } from 'react'
import { cx } from './cx'

/** Search, filters, view: one row above a list, closed by the strong line. The search takes the room that is left. */
export function Toolbar({ isUnderTabs, children }: { isUnderTabs?: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        'flex min-h-10 shrink-0 items-center gap-2 border-b border-line-strong px-4 pb-2 max-sm:flex-wrap',
        isUnderTabs ? 'pt-2' : 'pt-0.5',
      )}
    >
      {children}
    </div>
  )
}
