import { amount } from '#/lib/amount'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound, Plus, SearchX } from 'lucide-react'
import { failureOf } from '#/api/failure'
import { projectListQuery } from '#/data/projects'
import type { Term } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { EmptyState } from '#/ui/EmptyState'
import { Icon } from '#/ui/Icon'
import { ListUnread } from '#/ui/ListUnread'
import { canCreateSecret } from './can'
import { noFilter, shownRows, type SecretFilter } from './list-view'
import type { RowFacts } from './row-test'
import { secretsWord } from './SecretListStatus'
import type { SecretListView } from './use-secret-list'

interface Props {
  view: SecretListView
  organization: OrganizationView
  projectId: string | null
  total: number
  text: string
  filter: SecretFilter
  facts: RowFacts
  hasFilter: boolean
  onClearText: () => void
  onClearFilter: () => void
}

/** What stands in the list's place: on its way, nothing exists, nothing matches, not permitted, failed. */
export function SecretListEmpty(props: Props) {
  const { view, total } = props
  if (!view.columns) {
    const { organization } = props
    return (
      <ListUnread
        things="Secrets"
        organization={organization.name}
        request={`GET /api/organizations/${organization.id.slice(0, 8)}…/secrets`}
        failure={failureOf(view.error)}
        isBusy={view.isFetching}
        onRetry={view.retry}
      />
    )
  }
  return total === 0 ? <NothingExists {...props} /> : <NothingMatches {...props} />
}

function NothingExists({ organization, projectId }: Props) {
  const projects = useQuery(projectListQuery(organization.id)).data
  const verdict = canCreateSecret(organization, projects ?? [], projectId)
  const isAdmin = organization.role === 'owner' || organization.role === 'admin'
  if (!isAdmin && projectId === null) {
    return (
      <EmptyState
        icon={KeyRound}
        title="No secret that you can read"
        text={`Either ${organization.name} has none, or none is shared with you: the server does not tell which. Owners and admins can give you access to a project or to a single secret.`}
        actions={verdict === true && <NewSecretLink orgId={organization.id} projectId={projectId} />}
      />
    )
  }
  return (
    <EmptyState
      icon={KeyRound}
      title={projectId === null ? 'No secrets yet' : 'No secrets in this project yet'}
      text={
        projectId === null
          ? 'A secret has a name, a value and a note, all of them encrypted before they leave this page. A project says who and what may read it.'
          : 'A secret that is made here can be read by everybody and every machine account with access to the project.'
      }
      actions={
        <>
          {verdict === true && <NewSecretLink orgId={organization.id} projectId={projectId} />}
          {projectId === null && (
            <Link to="/orgs/$orgId/projects" params={{ orgId: organization.id }} className={buttonClass()}>
              Projects
            </Link>
          )}
        </>
      }
    />
  )
}

function NewSecretLink({ orgId, projectId }: { orgId: string; projectId: string | null }) {
  return (
    <Link
      to="/orgs/$orgId/secrets/new"
      params={{ orgId }}
      search={projectId === null ? {} : { project: projectId }}
      className={buttonClass()}
    >
      <Icon of={Plus} /> New secret
    </Link>
  )
}

function NothingMatches(props: Props) {
  const { view, total, text, filter, hasFilter, onClearText, onClearFilter } = props
  const countOf = (wanted: SecretFilter, terms: readonly Term[]) =>
    view.columns ? shownRows(view.columns, view.columns.byChanged, wanted, terms, props.facts).length : 0
  const hasText = text.trim() !== ''
  return (
    <EmptyState
      icon={SearchX}
      title="No secret matches"
      text={
        hasText
          ? `${total === 1 ? 'The one name was' : `All ${amount(total)} names were`} searched, and beginnings of ids. Notes and values were not, and neither were secrets in the trash.`
          : `None of ${secretsWord(total)} is as the filters ask.`
      }
      actions={
        <>
          {hasText && (
            <Button keyCap="Esc" onClick={onClearText}>
              {hasFilter ? `Clear search: ${secretsWord(countOf(filter, []))}` : 'Clear search'}
            </Button>
          )}
          {hasFilter && (
            <Button onClick={onClearFilter}>
              {hasText
                ? `Clear filters: ${secretsWord(countOf({ ...noFilter, project: props.projectId }, view.terms))}`
                : 'Clear filters'}
            </Button>
          )}
        </>
      }
    />
  )
}
