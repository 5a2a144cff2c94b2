import { X } from 'lucide-react'
import { FACETS } from '#/domain/events/filter'
import { printOperator } from '#/domain/events/event-query'
import type { EventNames } from '#/domain/events/names'
import { Icon } from '#/ui/Icon'
import { valueLabel } from './labels'
import { valuesOf, withValue, type EventsSearch, type SearchChange } from './url'

interface Props {
  search: EventsSearch
  names: EventNames
  onSearch: (change: SearchChange) => void
}

/** What of the query stands in the URL, by name where one is known; each goes with a click. */
export function EventChips({ search, names, onSearch }: Props) {
  const tokens = FACETS.flatMap((facet) =>
    valuesOf(search[facet]).map((value) => {
      const isExcluded = value.startsWith('-')
      const bare = isExcluded ? value.slice(1) : value
      const isPlain = facet === 'type' || facet === 'category' || facet === 'severity' || facet === 'is'
      return { facet, bare, isExcluded, shown: isPlain ? bare : valueLabel(facet, bare, names) }
    }),
  )
  if (tokens.length === 0) return null
  return (
    <ul aria-label="Filters in the query" className="flex max-w-[65%] shrink-0 gap-1 overflow-x-auto">
      {tokens.map(({ facet, bare, isExcluded, shown }) => {
        const key = facet === 'address' ? 'ip' : facet
        return (
          <li key={`${facet}:${bare}`} className="shrink-0">
            <button
              type="button"
              aria-label={`Remove filter ${printOperator(key, shown, isExcluded)}`}
              onClick={() => onSearch((now) => withValue(now, facet, bare, 'off'))}
              className="flex h-5 items-center gap-1 rounded-chip bg-hover px-1 font-mono text-meta focus-inside hover:bg-pressed"
            >
              <span>
                <span className="text-muted">
                  {isExcluded && '-'}
                  {key}:
                </span>
                <bdi className="inline-block max-w-40 truncate align-bottom font-medium">{shown}</bdi>
              </span>
              <Icon of={X} size={12} className="text-muted" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
