import { useId, type ReactNode } from 'react'

interface Props {
  title: string
  count?: number | undefined
  /** At the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
}

export function Section({ title, count, aside, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="flex min-h-8 items-baseline gap-2">
        <h2 id={id} className="text-section font-semibold">
          {title}
        </h2>
        {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
        {aside && <span className="ml-auto text-right text-meta text-muted">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

export const rowsClass = 'border-t border-line-strong'
export const rowClass = 'flex min-h-12 items-center gap-3 border-b border-line py-1.5'
