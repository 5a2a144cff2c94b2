import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { CloudOff, SearchX } from 'lucide-react'
import { useState } from 'react'
import { errorReport } from '#/api/error-report'
import { publicDescriptionQuery } from '#/data/organization-key'
import { matchingGroups, type ApiDescription } from '#/domain/openapi/description'
import { counted } from '#/lib/counted'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { SearchField } from '#/ui/SearchField'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { EndpointGroup } from './EndpointGroup'
import { HowToCall } from './HowToCall'

const route = getRouteApi('/open/orgs/$orgId')
const ADDRESS = '/api/specs/public/swagger.json'
/** The demo's server answers this page alone, not a tab of its own. */
const hasAddress = import.meta.env.MODE !== 'demo'

/** What programs can do with the organization's API key, as this server describes it. */
export function PublicApiTab() {
  const { orgId } = route.useParams()
  const description = useQuery(publicDescriptionQuery())
  const { data, error } = description
  return (
    <>
      <title>Public API · Strongroom</title>
      {data ? (
        <Described orgId={orgId} description={data} />
      ) : data === null ? (
        <NotServed orgId={orgId} />
      ) : error ? (
        <ErrorPanel
          title="The description could not be loaded"
          text={`${error.message} Which endpoints this server has is not known right now.`}
          request={[`GET ${ADDRESS}`]}
          details={errorReport(error)}
          onRetry={() => void description.refetch()}
          retryBusy={description.isFetching}
        />
      ) : (
        <SkeletonRows rows={8} columns={['w-12', 'w-64', 'w-40']} label="Loading the description" />
      )}
    </>
  )
}

function Described({ orgId, description }: { orgId: string; description: ApiDescription }) {
  const [search, setSearch] = useState('')
  const shown = matchingGroups(description.groups, search)
  const all = countOf(description.groups)
  return (
    <>
      <Toolbar isUnderTabs>
        <SearchField label="Method, path, field or word" value={search} onChange={setSearch} />
        {hasAddress && (
          <a href={ADDRESS} target="_blank" rel="noreferrer" className={linkClass}>
            Raw JSON
          </a>
        )}
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-8">
        {search === '' && <HowToCall orgId={orgId} description={description} />}
        {shown.map(({ tag, endpoints }) => (
          <EndpointGroup key={tag} tag={tag} endpoints={endpoints} />
        ))}
        {shown.length === 0 && (
          <EmptyState
            icon={SearchX}
            title={all === 0 ? 'The description names no endpoint' : 'No endpoint matches'}
            text="Each word of the search must occur in method, path, summary or the name of a field."
            actions={search !== '' && <Button onClick={() => setSearch('')}>Clear search</Button>}
          />
        )}
      </div>
      <StatusLine end={<span>Reading this page records nothing</span>}>
        <span role="status">
          <strong className="font-medium text-text">
            {search === '' ? counted(all, 'endpoint') : `${countOf(shown)} of ${counted(all, 'endpoint')}`}
          </strong>
        </span>
      </StatusLine>
    </>
  )
}

const countOf = (groups: ApiDescription['groups']) =>
  groups.reduce((sum, { endpoints }) => sum + endpoints.length, 0)

function NotServed({ orgId }: { orgId: string }) {
  return (
    <EmptyState
      icon={CloudOff}
      title="This server does not describe its Public API"
      text="Self-hosted servers of Bitwarden serve the description to everybody. Cloud servers serve none, and servers of another make need not have this API at all."
      actions={
        <Link to="/orgs/$orgId/organization/key" params={{ orgId }} className={linkClass}>
          Organization API key
        </Link>
      }
    >
      <p>
        The API key page can test whether the API answers: it asks for a token and reads the members once. For
        cloud servers Bitwarden publishes the description in its help centre.
      </p>
      <pre className="mt-3 rounded-control border border-line-strong bg-sunken px-3 py-2 font-mono text-meta/5 wrap-anywhere whitespace-pre-wrap">
        GET {ADDRESS}
      </pre>
    </EmptyState>
  )
}
