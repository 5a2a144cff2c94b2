import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import { GitCompareArrows } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { DeleteVersionDialog } from '#/features/secrets/versions/DeleteVersionDialog'
import { RestoreVersionDialog } from '#/features/secrets/versions/RestoreVersionDialog'
import { useSecretPage } from '#/features/secrets/secret-context'
import { useSecretHistory, type SecretHistory } from '#/features/secrets/versions/use-secret-history'
import { buttonClass } from '#/ui/button-class'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { SkeletonRows } from '#/ui/Skeleton'
import { useMedia } from '#/ui/use-media'
import { choicesOf, pairOf, withSide, type Choice } from './choices'
import { CompareActs } from './CompareActs'
import { CompareList, CompareSelects } from './CompareList'
import { ComparePanel } from './ComparePanel'

const route = getRouteApi('/open/orgs/$orgId/secrets/$secretId/versions/$a/$b')

/** Two values side by side. The pair stands in the path, the older one first. */
export function VersionComparePage() {
  const { secret } = useSecretPage()
  const state = useSecretHistory()
  return (
    <>
      <title>{`Versions of ${secret.id.slice(0, 8)} compared · Strongroom`}</title>
      {state.status === 'loading' ? (
        <SkeletonRows rows={6} label="Loading versions" />
      ) : state.status === 'failed' ? (
        <ErrorPanel
          title="The versions could not be loaded"
          text={state.error?.message ?? ''}
          details={errorReport(state.error)}
          onRetry={state.refetch}
        />
      ) : (
        <Body state={state} />
      )}
    </>
  )
}

function Body({ state }: { state: SecretHistory }) {
  const params = route.useParams()
  const navigate = useNavigate()
  const isListed = useMedia('(width >= 64rem)')
  const [asked, setAsked] = useState<'restore' | 'delete' | null>(null)
  const entries = state.history?.entries
  const choices = useMemo(() => choicesOf(entries ?? []), [entries])
  const pair = pairOf(choices, params.a, params.b)
  const to = '/orgs/$orgId/secrets/$secretId/versions/$a/$b'
  if (pair?.isSwapped) return <Navigate to={to} params={{ ...params, a: params.b, b: params.a }} replace />

  const sides = pair ?? { a: null, b: choices.findLast((choice) => choice.id === params.b) ?? null }
  const choose = (side: 'a' | 'b', choice: Choice) => {
    const next = withSide(choices, sides, side, choice)
    if (next) void navigate({ to, params: { ...params, ...next }, replace: true })
  }
  const { a } = sides
  return (
    <div className="flex flex-col lg:h-full lg:min-h-0 lg:flex-row">
      {isListed ? (
        <section aria-label="Versions" className="w-84 shrink-0 overflow-y-auto border-r border-line-strong">
          <div className="flex items-center justify-between px-4 py-3">
            <h2 className="text-section font-semibold">
              {entries?.length === 1 ? '1 version' : `${entries?.length ?? 0} versions`}
            </h2>
            <Link to="/orgs/$orgId/secrets/$secretId/versions" params={params} className={linkClass}>
              Timeline
            </Link>
          </div>
          <CompareList choices={choices} {...sides} nameOf={state.nameOf} onChoose={choose} />
        </section>
      ) : (
        <div className="border-b border-line-strong p-4">
          <CompareSelects choices={choices} {...sides} onChoose={choose} />
        </div>
      )}
      <section aria-label="Comparison" className="flex min-w-0 flex-1 flex-col lg:min-h-0">
        <div className="flex-1 lg:min-h-0 lg:overflow-y-auto">
          {pair ? (
            <ComparePanel
              pair={pair}
              choices={choices}
              nameOf={state.nameOf}
              isRecorded={state.isReadRecorded}
            />
          ) : (
            <UnknownPair />
          )}
        </div>
        {pair && a?.id && a.id !== 'current' && (
          <CompareActs
            choice={a}
            isRecorded={state.isReadRecorded}
            onRestore={() => setAsked('restore')}
            onDelete={() => setAsked('delete')}
          />
        )}
      </section>
      {asked === 'restore' && a?.id && a.number !== null && (
        <RestoreVersionDialog versionId={a.id} number={a.number} onClose={() => setAsked(null)} />
      )}
      {asked === 'delete' && a?.id && a.number !== null && (
        <DeleteVersionDialog
          versionId={a.id}
          number={a.number}
          isCurrent={a.entry?.isCurrent ?? false}
          onClose={() => setAsked(null)}
          onDeleted={() =>
            void navigate({ to: '/orgs/$orgId/secrets/$secretId/versions', params, replace: true })
          }
        />
      )}
    </div>
  )
}

function UnknownPair() {
  const params = route.useParams()
  return (
    <EmptyState
      icon={GitCompareArrows}
      title="These two versions cannot be compared"
      text="At least one of them is not among the versions that the server keeps: it was deleted, or pushed out by newer ones. Choose two of those that are there."
      actions={
        <Link to="/orgs/$orgId/secrets/$secretId/versions" params={params} className={buttonClass()}>
          Look at the versions
        </Link>
      }
    />
  )
}
