import type { ReactNode } from 'react'

type StatusLineProps = {
  /** "214 of 1,930 match", and what is odd about it. */
  children: ReactNode
  /** When it was loaded, the keys. */
  end?: ReactNode
}

/** The line that closes a list, always in view. Counts are spoken by the caller through `announce` when they settle. */
export function StatusLine({ children, end }: StatusLineProps) {
  return (
    <footer className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-4 border-t border-line-strong bg-chrome px-4 py-1 text-meta text-muted">
      {children}
      {end && <span className="ml-auto flex items-center gap-4 max-sm:hidden">{end}</span>}
    </footer>
  )
}
