import { amount } from '#/lib/amount'
import { CircleAlert, Equal, TriangleAlert } from 'lucide-react'
import type { AddressEntry, AddressFault } from '#/domain/address-list'
import { Icon, type IconType } from '#/ui/Icon'

const faults: Record<AddressFault, string> = {
  'no-at': 'No address: there is no @ in it',
  'no-ending': 'No domain ending',
  odd: 'A character or place in it that no address has',
  'too-long': 'Longer than 256 characters',
}

/** Of each line that is not simply new: what it is, and so what happens to it. */
export function AddressVerdicts({ entries }: { entries: readonly AddressEntry[] }) {
  const count = (kind: AddressEntry['verdict']['kind']) =>
    entries.filter(({ verdict }) => verdict.kind === kind).length
  const odd = entries.filter(({ verdict, isOutside }) => verdict.kind !== 'new' || isOutside)
  const known = count('member') + count('revoked')
  return (
    <div>
      <p role="status" className="flex flex-wrap gap-x-4 text-meta">
        <span className="font-medium">{amount(count('new'))} to invite</span>
        {known > 0 && <span className="text-muted">{amount(known)} already a member</span>}
        {count('invited') > 0 && (
          <span className="text-muted">{amount(count('invited'))} already invited</span>
        )}
        {count('double') > 0 && (
          <span className="text-muted">{amount(count('double'))} twice in the list</span>
        )}
        {count('bad') > 0 && (
          <span className="text-danger">
            {amount(count('bad'))} {count('bad') === 1 ? 'is not an address' : 'are not addresses'}
          </span>
        )}
      </p>
      {odd.length > 0 && (
        <ul
          // It scrolls, so it takes the focus: there is nothing else in it that could.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label="Lines to look at"
          className="mt-2 max-h-40 overflow-y-auto rounded-control border border-line-strong bg-sunken focus-inside"
        >
          {odd.map((entry) => (
            <Line key={`${entry.line} ${entry.at}`} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Line({ entry }: { entry: AddressEntry }) {
  const [icon, tone, words] = verdictOf(entry)
  return (
    <li className="flex items-center gap-x-3 border-b border-line px-3 py-1 text-meta last:border-0 max-sm:flex-wrap">
      <span className="w-8 shrink-0 text-right text-muted tabular-nums">{entry.line}</span>
      <bdi
        className="min-w-0 flex-1 truncate font-mono max-sm:basis-3/5 max-sm:wrap-anywhere max-sm:whitespace-normal"
        title={entry.text}
      >
        {entry.text}
      </bdi>
      <span className={`flex shrink-0 items-center gap-1 max-sm:ml-11 max-sm:min-w-0 max-sm:shrink ${tone}`}>
        <Icon of={icon} size={14} />
        {words}
      </span>
    </li>
  )
}

function verdictOf({ verdict, address }: AddressEntry): [IconType, string, string] {
  switch (verdict.kind) {
    case 'bad':
      return [CircleAlert, 'text-danger', faults[verdict.fault]]
    case 'double':
      return [Equal, 'text-muted', 'Stands further up']
    case 'member':
      return [Equal, 'text-muted', 'Already a member']
    case 'invited':
      return [Equal, 'text-muted', 'Already invited: send it again from the row']
    case 'revoked':
      return [Equal, 'text-muted', 'Revoked: restore instead']
    case 'new':
      return [
        TriangleAlert,
        'text-warning',
        `Is invited; nobody here is of ${address?.split('@').at(-1) ?? 'that domain'}`,
      ]
  }
}
