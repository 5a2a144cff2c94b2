import { KeyRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { envNameChanges, envNames, type EnvName } from '#/domain/env-name'
import { foldName } from '#/domain/search'
import { snippets } from '#/domain/snippets'
import { Callout } from '#/ui/Callout'
import { Checkbox } from '#/ui/Checkbox'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SearchField } from '#/ui/SearchField'
import { Select } from '#/ui/Select'
import { SkeletonRows } from '#/ui/Skeleton'
import { SnippetBox } from '#/ui/SnippetBox'
import { useMachinePage } from './machine-context'
import { useReachableSecrets, type ReachableSecret } from './use-reachable-secrets'

/** More would make a snippet that nobody reads; a search leads to the others. */
const MOST_LISTED = 200
const FIRST_CHOSEN = 3

/** Snippets with the real ids, for the secrets that are chosen. Reads no value, so it records nothing. */
export function MachineUseTab() {
  const reach = useReachableSecrets()
  if (reach.error && !reach.secrets)
    return (
      <ErrorPanel
        title="The secrets in its reach could not be loaded"
        text={reach.error.message}
        details={errorReport(reach.error)}
        onRetry={reach.retry}
        retryBusy={reach.isFetching}
      />
    )
  if (!reach.secrets) return <SkeletonRows rows={6} label="Loading secrets" />
  if (reach.secrets.length === 0)
    return (
      <EmptyState
        icon={KeyRound}
        title="Nothing to use yet"
        text="No project with secrets that you can read is shared with this machine account. Share one, and its snippets stand here."
      />
    )
  return <Chosen secrets={reach.secrets} projects={reach.projects} isGuess={reach.isGuess} />
}

interface ChosenProps {
  secrets: readonly ReachableSecret[]
  projects: ReturnType<typeof useReachableSecrets>['projects']
  isGuess: boolean
}

function Chosen({ secrets, projects, isGuess }: ChosenProps) {
  const { organization } = useMachinePage()
  const [project, setProject] = useState<string>('any')
  const [ids, setIds] = useState<ReadonlySet<string>>(
    () => new Set(secrets.slice(0, FIRST_CHOSEN).map(({ id }) => id)),
  )
  const chosen = secrets.filter(({ id }) => ids.has(id))
  const names = envNames(chosen)
  const shown = snippets({
    origin: location.origin,
    organizationId: organization.id,
    projectId: project === 'any' ? (chosen.find((s) => s.projectId)?.projectId ?? null) : project,
    secrets: names,
  })
  const toggle = (id: string) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setIds(next)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto xl:flex-row xl:overflow-hidden">
      <section
        aria-label="Secrets in the snippets"
        className="flex shrink-0 flex-col gap-2 border-line-strong p-4 max-xl:border-b xl:w-92 xl:border-r"
      >
        <SecretChooser {...{ secrets, projects, isGuess, ids, project, toggle, setProject }} />
      </section>
      <section aria-label="Snippets" className="flex min-w-0 flex-1 flex-col gap-4 p-4 xl:overflow-y-auto">
        {chosen.length === 0 ? (
          <p className="text-muted">Choose a secret, and the snippets stand here.</p>
        ) : (
          <>
            <Changes chosen={chosen} names={names} />
            <SnippetBox label="Tools" snippets={shown} />
          </>
        )}
        <p className="text-meta text-muted">
          Each read of a secret by the machine is recorded under its name. The snippets hold ids and no value;
          the token stands in a variable.
        </p>
      </section>
    </div>
  )
}

interface ChooserProps extends ChosenProps {
  ids: ReadonlySet<string>
  project: string
  toggle: (id: string) => void
  setProject: (project: string) => void
}

/** Which secrets the snippets are about. */
function SecretChooser(props: ChooserProps) {
  const { secrets, projects, isGuess, ids, project, toggle, setProject } = props
  const [text, setText] = useState('')
  const matching = useMemo(() => {
    const wanted = foldName(text)
    return secrets.filter(
      ({ name, projectId }) =>
        (project === 'any' || projectId === project) && (!wanted || foldName(name ?? '').includes(wanted)),
    )
  }, [secrets, project, text])
  return (
    <>
      {isGuess && (
        <Callout tone="warning" title="What it may read is not told to you.">
          Choose among what you read yourself.
        </Callout>
      )}
      <div className="flex items-center gap-2">
        <SearchField label="Search names" value={text} onChange={setText} />
        {projects.length > 0 && (
          <Select
            label="Project"
            hideLabel
            size={28}
            className="w-36 shrink-0"
            options={[
              { value: 'any', label: 'All projects' },
              ...projects.map(({ id, name }) => ({
                value: id,
                label: name.ok ? name.text : `Project ${id.slice(0, 8)}`,
              })),
            ]}
            value={project}
            onChange={setProject}
          />
        )}
      </div>
      <ul className="min-h-24 overflow-y-auto max-xl:max-h-60 xl:flex-1">
        {matching.slice(0, MOST_LISTED).map(({ id, name }) => (
          <li key={id} className="py-1">
            <Checkbox
              checked={ids.has(id)}
              onChange={() => toggle(id)}
              label={
                <bdi className="font-mono text-meta wrap-anywhere">
                  {name ?? `Secret ${id.slice(0, 8)}, name cannot be decrypted`}
                </bdi>
              }
            />
          </li>
        ))}
      </ul>
      <p className="text-meta text-muted">
        {ids.size} chosen of {secrets.length.toLocaleString('en-GB')} in reach
        {matching.length > MOST_LISTED &&
          `; the first ${MOST_LISTED} of ${matching.length.toLocaleString('en-GB')} are listed`}
      </p>
    </>
  )
}

/** Which names are not the variables themselves. */
function Changes({ chosen, names }: { chosen: readonly ReachableSecret[]; names: readonly EnvName[] }) {
  const changed = names.flatMap(({ id, variable, change }) =>
    change
      ? [{ id, variable, why: envNameChanges[change], name: chosen.find((s) => s.id === id)?.name ?? null }]
      : [],
  )
  if (changed.length === 0) return null
  return (
    <Callout title={`${changed.length} ${changed.length === 1 ? 'name is' : 'names are'} spelled otherwise.`}>
      <ul className="mt-1">
        {changed.map(({ id, name, variable, why }) => (
          <li key={id} className="wrap-anywhere">
            <bdi className="font-mono text-meta">{name ?? `Secret ${id.slice(0, 8)}`}</bdi> is{' '}
            <code className="font-mono text-meta">{variable}</code>, {why}.
          </li>
        ))}
      </ul>
    </Callout>
  )
}
