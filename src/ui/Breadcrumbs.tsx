import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Icon } from './Icon'

type BreadcrumbsProps = {
  /** Links drawn by the caller, outermost first; `crumbClass` for each. */
  items: readonly { key: string; link: ReactNode }[]
}

export const crumbClass = 'rounded-chip hover:text-text hover:underline underline-offset-2'

export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <nav aria-label="Where you are" className="flex min-w-0 items-center gap-1.5 text-meta text-muted">
      {items.map((item, index) => (
        <Fragment key={item.key}>
          {index > 0 && <Icon of={ChevronRight} size={12} />}
          <span className={index === 0 ? 'shrink-0' : 'min-w-0 truncate'}>{item.link}</span>
        </Fragment>
      ))}
    </nav>
  )
}
