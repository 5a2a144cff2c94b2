import { History as HistoryIcon, Info } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { lowerFirst, oneEvent, recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import type { HistoryEntry } from '#/domain/history-types'
import { VERSIONS_KEPT } from '#/domain/secret-history'
import { Callout } from '#/ui/Callout'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { DeleteVersionDialog } from './DeleteVersionDialog'
import { RestoreVersionDialog } from './RestoreVersionDialog'
import { useSecretPage } from '#/features/secrets/secret-context'
import { useSecretHistory, type SecretHistory } from './use-secret-history'
import { VersionItem } from './VersionItem'

const ValueAtDate = lazy(async () => ({
  default: (await import('#/features/secrets/at/ValueAtDate')).ValueAtDate,
}))

/** Every value that is known to have been live: who set it, from when until when; reveal and restore. */
export function SecretVersionsTab() {
  const { secret } = useSecretPage()
  const state = useSecretHistory()
  return (
    <>
      <title>{`Versions of ${secret.id.slice(0, 8)} · Strongroom`}</title>
      <Body state={state} />
    </>
  )
}

interface Asked {
  act: 'restore' | 'delete'
  entry: HistoryEntry<number>
  number: number
}

function Body({ state }: { state: SecretHistory }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  if (state.status === 'loading') return <SkeletonRows rows={4} label="Loading versions" />
  if (state.status === 'failed') {
    return (
      <ErrorPanel
        title="The versions could not be loaded"
        text={state.error?.message ?? ''}
        details={errorReport(state.error)}
        onRetry={state.refetch}
      />
    )
  }
  if (state.status === 'not-available' || !state.history) {
    return (
      <EmptyState
        icon={HistoryIcon}
        title="This server offers no versions of this secret"
        text="Either it keeps none, or the secret is gone meanwhile: the server does not tell which. Earlier values cannot be restored here."
      />
    )
  }
  const { entries, mayBeIncomplete } = state.history
  const kept = entries.filter((entry) => entry.versionId !== null).length
  return (
    <div className="max-w-240 p-4">
      <h2 className="text-section font-semibold">
        {entries.length === 1 ? '1 value' : `${entries.length} values`}
        {kept < entries.length && (
          <span className="font-normal text-muted">, {kept} of them kept by the server</span>
        )}
      </h2>
      <Notes state={state} />
      <Suspense>
        <ValueAtDate history={state.history} isSettling={state.isSettling} />
      </Suspense>
      {entries.length === 0 ? (
        <EmptyState
          icon={HistoryIcon}
          title="No version was recorded yet"
          text="This server records a value only when a client says that the value changed: the web vault, bws and this console do, a program that leaves it out changes the value without a trace. Imports, and the value a secret was created with, are not recorded by servers of 2026.8."
        />
      ) : (
        <ol aria-label="Versions, newest first" className="mt-4">
          {entries
            .map((entry, index) => ({ entry, number: index + 1 }))
            .toReversed()
            .map(({ entry, number }) => (
              <VersionItem
                key={`${number} ${entry.versionId}`}
                entry={entry}
                number={number}
                isLast={number === 1}
                nameOf={state.nameOf}
                isSettling={state.isSettling}
                before={entries.slice(0, number - 1).findLast((each) => each.versionId)?.versionId ?? null}
                onRestore={() => setAsked({ act: 'restore', entry, number })}
                onDelete={() => setAsked({ act: 'delete', entry, number })}
              />
            ))}
        </ol>
      )}
      {mayBeIncomplete && (
        <p className="mt-2 text-meta text-muted">
          The server keeps {VERSIONS_KEPT} versions of a secret. Older values may have existed; nothing tells
          of them here.
        </p>
      )}
      {asked?.act === 'restore' && asked.entry.versionId && (
        <RestoreVersionDialog
          versionId={asked.entry.versionId}
          number={asked.number}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.act === 'delete' && asked.entry.versionId && (
        <DeleteVersionDialog
          versionId={asked.entry.versionId}
          number={asked.number}
          isCurrent={asked.entry.isCurrent}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

/** Why some authors are “not known”. */
const LOG_WORDS: Partial<Record<SecretHistory['logState'], string>> = {
  'no-log':
    'Some authors may be “not known”: the organization keeps no event log, which alone knows who created the secret. ',
  'not-permitted':
    'Some authors may be “not known”: your account may not read the event log, which alone knows who created the secret. ',
  failed:
    'Some authors may be “not known”: the event log, which alone knows who created the secret, could not be loaded. ',
}

function Notes({ state }: { state: SecretHistory }) {
  return (
    <Callout icon={Info} className="mt-3">
      {state.isReadRecorded ? (
        `This server records each look at the versions as one ${oneEvent('readSecret')}, and a restore as one ${oneEvent('changeSecret')}. `
      ) : (
        <>
          Reading and restoring versions{' '}
          <TraceLink act="restoreVersion">{lowerFirst(recordsOne('restoreVersion'))}</TraceLink>.{' '}
        </>
      )}
      {LOG_WORDS[state.logState]}
      {state.isSettling && <span role="status">Still looking up authors.</span>}
    </Callout>
  )
}
