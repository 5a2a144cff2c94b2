import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import type { ApiEndpoint } from '#/domain/openapi/description'
import { Chip, type ChipTone } from '#/ui/Chip'
import { Icon } from '#/ui/Icon'
import { EndpointDetails } from './EndpointDetails'

const tones: Record<string, ChipTone> = { GET: 'neutral', DELETE: 'danger' }

/** Endpoints about one thing; each opens to what it takes and gives. */
export function EndpointGroup({ tag, endpoints }: { tag: string; endpoints: readonly ApiEndpoint[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="border-b border-line-strong pb-1 text-section font-semibold">
        {tag.charAt(0).toUpperCase() + tag.slice(1)}{' '}
        <span className="font-normal text-muted">{endpoints.length}</span>
      </h2>
      <ul>
        {endpoints.map((endpoint) => (
          <li key={endpoint.key} className="border-b border-line">
            <details className="group">
              <summary className="grid min-h-9 cursor-pointer list-none grid-cols-[1rem_4.5rem_minmax(0,1fr)] items-center gap-x-2 gap-y-0.5 py-1.5 focus-inside hover:bg-hover max-sm:min-h-11 lg:grid-cols-[1rem_4.5rem_minmax(0,1fr)_minmax(0,1fr)]">
                <Icon of={ChevronRight} className="text-muted group-open:rotate-90" />
                <span className="font-mono">
                  <Chip tone={tones[endpoint.method] ?? 'accent'}>{endpoint.method}</Chip>
                </span>
                <span className="font-mono text-mono wrap-anywhere">{endpoint.path}</span>
                <span className="wrap-anywhere text-muted max-lg:col-start-3">
                  {endpoint.summary}
                  {endpoint.isOutdated && ' (outdated)'}
                </span>
              </summary>
              <EndpointDetails endpoint={endpoint} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
