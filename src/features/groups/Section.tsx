import type { ReactNode } from 'react'

interface Props {
  title: string
  count?: ReactNode
  act?: ReactNode
  children: ReactNode
}

/** A part of a sheet: heading, number, one act. */
export function Section({ title, count, act, children }: Props) {
  return (
    <section className="mt-5">
      <div className="flex min-h-9 items-center gap-2 border-b pb-1 border-line-strong">
        <h3 className="font-semibold">{title}</h3>
        {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
        {act && <span className="ml-auto">{act}</span>}
      </div>
      {children}
    </section>
  )
}
