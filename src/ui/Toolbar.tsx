import type { ReactNode } from 'react'

/** Search, filters, view: one row above a list, closed by the strong line. The search takes the room that is left. */
export function Toolbar({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line-strong px-4 pt-0.5 pb-2 max-sm:flex-wrap">
      {children}
    </div>
  )
}
