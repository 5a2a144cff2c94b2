import { X } from 'lucide-react'
import { joined, tokensOf, without, type QueryToken } from '#/domain/query/tokens'
import type { NamedProject } from '#/domain/query/secret-query'
import type { SecretFilter } from '#/features/secrets/list-view'
import { Icon } from '#/ui/Icon'

interface Props {
  filter: SecretFilter
  projects: readonly NamedProject[]
  onFilter: (change: Partial<SecretFilter>) => void
}

/** What of the query stands in the URL, as tokens in the box; each goes with a click. */
export function QueryChips({ filter, projects, onFilter }: Props) {
  const tokens = tokensOf(filter, projects)
  if (tokens.length === 0) return null
  const remove = (token: QueryToken) =>
    onFilter({ [token.key]: joined(without(filter[token.key], token.value)) })
  return (
    <ul aria-label="Filters in the query" className="flex max-w-[65%] shrink-0 gap-1 overflow-x-auto">
      {tokens.map((token) => (
        <li key={`${token.key}:${token.value}`} className="shrink-0">
          <button
            type="button"
            aria-label={`Remove filter ${token.words}`}
            onClick={() => remove(token)}
            className="flex h-5 items-center gap-1 rounded-chip bg-hover px-1 font-mono text-meta focus-inside hover:bg-pressed"
          >
            <span>
              <span className="text-muted">
                {token.isExcluded && '-'}
                {token.key}:
              </span>
              <bdi className="inline-block max-w-40 truncate align-bottom font-medium">{token.shown}</bdi>
            </span>
            <Icon of={X} size={12} className="text-muted" />
          </button>
        </li>
      ))}
    </ul>
  )
}
