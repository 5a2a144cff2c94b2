import { amount } from '#/lib/amount'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState, type MouseEvent } from 'react'
import { FACETS, type FacetName } from '#/domain/events/filter'
import type { EventNames } from '#/domain/events/names'
import type { EventAnswer } from '#/session/event-types'
import { Checkbox } from '#/ui/Checkbox'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { FACET_TITLES, valueLabel } from './labels'
import { stateOfValue, withValue, type EventsSearch, type SearchChange } from './url'

interface Props {
  facets: EventAnswer['facets'] | null
  /** The range was read to its end. */
  isWhole: boolean
  names: EventNames
  search: EventsSearch
  onSearch: (change: SearchChange) => void
}

const FEW = 6

/** What the rows of the range divide into, each counted without its own choice. A click adds, with Alt it excludes. */
export function Facets({ facets, ...rest }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {FACETS.map((facet) => (
        <Facet key={facet} facet={facet} found={facets?.[facet] ?? null} {...rest} />
      ))}
      <p className="text-meta text-muted">A click adds a value, Alt and a click leaves it out.</p>
    </div>
  )
}

interface FacetProps extends Omit<Props, 'facets'> {
  facet: FacetName
  found: EventAnswer['facets'][FacetName] | null
}

function Facet({ facet, found, isWhole, names, search, onSearch }: FacetProps) {
  const [isOpen, setOpen] = useState(true)
  const [isLong, setLong] = useState(false)
  // What is chosen stands first, so that it can be taken off.
  const isOff = (key: string) => stateOfValue(search, facet, key) === 'off'
  const values = (found?.values ?? []).toSorted((a, b) => Number(isOff(a.key)) - Number(isOff(b.key)))
  const shown = isLong ? values : values.slice(0, FEW)
  const most = Math.max(1, ...values.map(({ count }) => count))
  const title = FACET_TITLES[facet]
  return (
    <section aria-label={title}>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex h-6 w-full items-center justify-between rounded-chip font-medium focus-inside max-sm:h-11"
        >
          {title}
          <Icon of={isOpen ? ChevronDown : ChevronRight} size={14} className="text-muted" />
        </button>
      </h2>
      {isOpen && (
        <ul className="flex flex-col">
          {shown.map(({ key, count }) => (
            <Value
              key={key}
              label={valueLabel(facet, key, names)}
              isMono={facet === 'address'}
              count={count}
              share={count / most}
              state={stateOfValue(search, facet, key)}
              onChange={(as) => onSearch((now) => withValue(now, facet, key, as))}
            />
          ))}
          {found && values.length === 0 && (
            <li className="text-meta text-muted">
              {isWhole ? 'None in this range' : 'None in what is loaded'}
            </li>
          )}
          {found && values.length > FEW && (
            <li>
              <button
                type="button"
                onClick={() => setLong(!isLong)}
                className={cx(linkClass, 'text-meta max-sm:h-11')}
              >
                {isLong ? 'Show fewer' : moreWords(found.distinct, values.length)}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

const moreWords = (distinct: number, listed: number) =>
  distinct > listed ? `Show ${listed} of ${amount(distinct)}` : `Show all ${amount(listed)}`

interface ValueProps {
  label: string
  isMono: boolean
  count: number
  share: number
  state: 'wanted' | 'unwanted' | 'off'
  onChange: (as: 'wanted' | 'unwanted' | 'off') => void
}

/** Of many without a name, “Machine account 0f1e2d3c”, the end tells which one it is: it is never cut off. */
const headAndId = (label: string): [head: string, id: string | null] =>
  / [0-9a-f]{8}$/.test(label) ? [label.slice(0, -9), label.slice(-8)] : [label, null]

function Value({ label, isMono, count, share, state, onChange }: ValueProps) {
  const onClick = (event: MouseEvent) => {
    if (event.altKey) onChange(state === 'unwanted' ? 'off' : 'unwanted')
    else onChange(state === 'off' ? 'wanted' : 'off')
  }
  const [head, id] = headAndId(label)
  return (
    <li className="flex h-6 items-center gap-1.5 max-sm:h-11">
      <Checkbox
        aria-label={state === 'unwanted' ? `Not ${label}, left out` : label}
        checked={state === 'wanted'}
        isMixed={state === 'unwanted'}
        onChange={() => undefined}
        onClick={onClick}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        onClick={onClick}
        title={label}
        className="relative flex h-5 min-w-0 flex-1 items-center justify-between gap-2 overflow-hidden rounded-chip px-1 text-left hover:bg-hover"
      >
        <span
          aria-hidden
          className="absolute inset-y-0 left-0 rounded-chip bg-hover"
          style={{ width: `${share * 100}%` }}
        />
        <bdi
          className={cx(
            'relative flex min-w-0 gap-1',
            isMono && 'font-mono text-meta',
            state === 'unwanted' && 'line-through',
          )}
        >
          <span className="truncate">{head}</span>
          {id !== null && <span className="shrink-0">{id}</span>}
        </bdi>
        <span className="relative text-meta text-muted tabular-nums">{amount(count)}</span>
      </button>
    </li>
  )
}
