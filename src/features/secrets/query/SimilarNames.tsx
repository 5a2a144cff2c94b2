import { Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { similarNames } from '#/domain/fuzzy'
import type { Term } from '#/domain/search'
import { countAmong } from '#/features/secrets/list-view'
import type { SecretListView } from '#/features/secrets/use-secret-list'
import { secretId, secretName, type SecretColumns } from '#/session/secret-columns'
import { linkClass } from '#/ui/link-class'
import { cx } from '#/ui/cx'

interface Props {
  view: SecretListView
  terms: readonly Term[]
  orgId: string
}

interface Asked extends Omit<Props, 'view'> {
  columns: SecretColumns
  rows: Uint32Array
}

const AT_MOST = 5
/** Below this the exact search has given little. */
const FEW = 5

/** Nothing where enough was found, and while the list is still coming. */
export function SimilarNames({ view, terms, orgId }: Props) {
  const { rows, columns, isPartial } = view
  const unread = columns ? countAmong(rows, columns.spoiled) : 0
  const isFew = terms.length > 0 && !isPartial && rows.length - unread < FEW
  const asked = useMemo(
    () => (isFew && columns ? { columns, rows, terms } : null),
    [isFew, columns, rows, terms],
  )
  // After the rows: the looser pass takes as long as they do.
  const late = useDeferredValue(asked, null)
  return asked && late && <Similar {...late} orgId={orgId} />
}

/** A second, looser pass where the exact one gave little. Apart from the rows: what is selected there must match exactly. */
function Similar({ columns, rows, terms, orgId }: Asked) {
  const found = useMemo(() => {
    const similar = similarNames(columns.search.text, columns.search.offsets, terms)
    for (const row of rows) similar[row] = 0
    const all: number[] = []
    for (let row = 0; row < columns.count; row += 1)
      if (similar[row] === 1 && columns.spoiled[row] !== 1) all.push(row)
    return all.toSorted((a, b) => (columns.changed[b] ?? 0) - (columns.changed[a] ?? 0))
  }, [columns, rows, terms])
  if (found.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-strong bg-chrome px-4 py-1.5 text-meta">
      <span className="text-muted">Few match exactly. Similar names, whatever the filters:</span>
      {found.slice(0, AT_MOST).map((row) => {
        const id = secretId(columns, row)
        return (
          <Link
            key={id}
            to="/orgs/$orgId/secrets/$secretId"
            params={{ orgId, secretId: id }}
            className={cx(linkClass, 'max-w-80 truncate font-mono')}
          >
            <bdi>{secretName(columns, row)}</bdi>
          </Link>
        )
      })}
      {found.length > AT_MOST && <span className="text-muted">and {found.length - AT_MOST} more</span>}
    </div>
  )
}
