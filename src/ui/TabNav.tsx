import type { ReactNode } from 'react'

/** For each link inside. The router's link sets aria-current on the one that is open. */
export const tabClass =
  'relative inline-flex h-9 items-center gap-1.5 font-medium whitespace-nowrap text-muted focus-inside hover:text-text max-sm:h-11 aria-[current=page]:text-text aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-0 aria-[current=page]:after:-bottom-px aria-[current=page]:after:h-0.5 aria-[current=page]:after:bg-accent-text'

type TabNavProps = {
  /** The name of the row of tabs for screen readers: "Secret". */
  label: string
  /** Links with `tabClass`, drawn by the caller, who knows the router. */
  children: ReactNode
}

export function TabNav({ label, children }: TabNavProps) {
  return (
    <nav
      aria-label={label}
      className="flex gap-5 overflow-x-auto overflow-y-hidden px-4 [scrollbar-width:none]"
    >
      {children}
    </nav>
  )
}
