import { useEffect, useState, type ReactNode } from 'react'
import { cx } from './cx'
import { linkClass } from './link-class'

/** Longer titles are cut after three lines: one of 200 letters would fill the page of a phone. */
const LONG = 80

type PageHeaderProps = {
  title: string
  /** After the title: of all, not of those that match. */
  count?: ReactNode
  /** The name of a key: mono, 18/28. */
  isMono?: boolean
  breadcrumbs?: ReactNode
  /** Id and chips; a line of their own below 1200 px. */
  facts?: ReactNode
  /** Acts at the right end, the solid one last. */
  actions?: ReactNode
  /** A TabNav; the line under it is drawn here. */
  tabs?: ReactNode
  /** Draws the strong line below; a list has its toolbar there instead. */
  hasLine?: boolean
}

export function PageHeader(props: PageHeaderProps) {
  const { title, count, isMono, breadcrumbs, facts, actions, tabs, hasLine } = props
  const isLong = title.length > LONG
  const { setHeading, isCut, isWhole, toggle } = useLongTitle(isLong)
  return (
    <header className={cx('shrink-0', (hasLine || Boolean(tabs)) && 'border-b border-line-strong')}>
      {breadcrumbs && <div className="px-4 pt-3">{breadcrumbs}</div>}
      <div
        className={cx(
          'flex min-h-13 items-start gap-x-4 gap-y-2 px-4 py-2.5 max-sm:flex-wrap',
          Boolean(breadcrumbs) && 'pt-1.5',
          Boolean(tabs) && 'pb-1.5',
        )}
      >
        <div
          className={cx(
            'flex min-w-0 flex-1 flex-col gap-x-4 gap-y-1 xl:flex-row xl:flex-wrap xl:items-center',
            // A bare title leaves room for the act beside it, also on a phone, but no word of it is broken for that.
            facts ? 'max-sm:basis-full' : 'max-sm:min-w-min',
          )}
        >
          <div className={cx('flex min-w-0 items-baseline gap-2 py-0.5', !facts && 'max-sm:min-w-min')}>
            <h1
              ref={setHeading}
              className={cx(
                'min-w-0 font-semibold wrap-anywhere',
                !facts && 'max-sm:min-w-min max-sm:wrap-break-word',
                isMono ? 'font-mono text-key' : 'text-title',
                isLong && !isWhole && 'line-clamp-3',
              )}
            >
              {title}
            </h1>
            {count !== undefined && <span className="text-section text-muted">{count}</span>}
          </div>
          {isLong && (isCut || isWhole) && (
            <button
              type="button"
              aria-expanded={isWhole}
              className={cx(linkClass, 'self-start py-1 text-meta')}
              onClick={toggle}
            >
              {isWhole ? 'Shorter name' : 'Whole name'}
            </button>
          )}
          {facts && <div className="flex min-w-0 flex-wrap items-center gap-1.5">{facts}</div>}
        </div>
        {actions && <div className="flex flex-wrap sm:shrink-0 items-center gap-2">{actions}</div>}
      </div>
      {tabs}
    </header>
  )
}

/** Whether a title gives way, and whether it was asked for whole. */
function useLongTitle(isLong: boolean) {
  const [heading, setHeading] = useState<HTMLHeadingElement | null>(null)
  const [isCut, setCut] = useState(false)
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    if (!heading || !isLong) return
    const observer = new ResizeObserver(() => setCut(heading.scrollHeight > heading.clientHeight + 1))
    observer.observe(heading)
    return () => observer.disconnect()
  }, [heading, isLong])
  return { setHeading, isCut, isWhole, toggle: () => setWhole(!isWhole) }
}
