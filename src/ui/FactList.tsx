import type { ReactNode } from 'react'
import { cx } from './cx'

export type Fact = {
  label: string
  value: ReactNode
  /** Under the value, smaller: "As organization owner". */
  note?: ReactNode
}

type FactListProps = {
  facts: readonly Fact[]
  /** Two columns of pairs from 640 to 1199 px, where the facts stand under the content. */
  isWide?: boolean
  className?: string | undefined
}

export function FactList({ facts, isWide = false, className }: FactListProps) {
  return (
    <dl className={cx('grid gap-x-4 gap-y-2', isWide && 'sm:max-xl:grid-cols-2', className)}>
      {facts.map((fact) => (
        <div key={fact.label} className="grid min-w-0 grid-cols-[7.25rem_minmax(0,1fr)] gap-x-4">
          <dt className="text-muted">{fact.label}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {fact.value}
            {fact.note && <span className="block text-meta text-muted">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
