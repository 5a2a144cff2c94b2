import { Ban, KeyRound, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import type { MachineToken } from '#/data/machine-accounts'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { isLive } from '#/domain/token-expiry'
import { useSelection } from '#/table/use-selection'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { canChangeMachine, closedReason } from './can'
import { useMachinePage } from './machine-context'
import { RotationPanel } from './RotationPanel'
import { TokenDialogs, type OpenDialog } from './TokenDialogs'
import { TokenGrid, type TokenActs } from './TokenGrid'
import { sortedTokens } from './token-order'
import { useRotation } from './use-rotation'

/** The access tokens of one machine account. */
export function MachineTokensTab() {
  const { facts } = useMachinePage()
  const tokens = facts.data?.tokens
  if (tokens?.ok) return <TokensOf tokens={tokens.value} />
  if (!tokens && !facts.error) return <SkeletonRows rows={4} label="Loading access tokens" />
  const text = tokens ? tokens.reason : (facts.error?.message ?? '')
  return (
    <ErrorPanel
      title="Access tokens could not be loaded"
      text={`${text} Whether there are any is not known right now.`}
      details={facts.error ? errorReport(facts.error) : text}
      onRetry={() => void facts.refetch()}
      retryBusy={facts.isFetching}
    />
  )
}

function TokensOf({ tokens }: { tokens: readonly MachineToken[] }) {
  const { machine, now } = useMachinePage()
  const [sort, setSort] = useState<{ id: string; direction: 'asc' | 'desc' }>({
    id: 'expires',
    direction: 'asc',
  })
  const [cursor, setCursor] = useState(0)
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const rows = useMemo(() => sortedTokens(tokens, sort), [tokens, sort])
  const identity = useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((token) => token.id === id),
    }),
    [rows],
  )
  const selection = useSelection(identity, (id) => rows.some((token) => token.id === id))
  const rotation = useRotation(useMemo(() => tokens.map(({ id }) => id), [tokens]))
  const acts: TokenActs = {
    rotate: (token) => {
      rotation.start(token.id)
      setOpen({ act: 'rotate' })
    },
    revoke: (token) => setOpen({ act: 'revoke', tokens: [token] }),
  }
  const closed = closedReason(canChangeMachine(machine))
  const newButton = (
    <Button variant="solid" icon={Plus} disabledReason={closed} onClick={() => setOpen({ act: 'new' })}>
      New token
    </Button>
  )
  const chosen = rows.filter(({ id }) => selection.ids.has(id))
  return (
    <>
      <div className="flex min-h-12 shrink-0 items-center justify-end gap-2 border-b border-line px-4 py-2">
        {newButton}
      </div>
      <RotationPanel
        state={rotation}
        tokens={tokens}
        onCreate={() => setOpen({ act: 'rotate' })}
        onRevoke={acts.revoke}
      />
      <TokenGrid
        rows={rows}
        now={now}
        acts={acts}
        closed={closed}
        isRotating={rotation.step !== null}
        selection={selection}
        sort={sort}
        onSort={setSort}
        cursor={Math.min(cursor, Math.max(0, rows.length - 1))}
        onCursor={setCursor}
        whenEmpty={
          <EmptyState
            icon={KeyRound}
            title="No access token"
            text="Without one this machine account cannot sign in. A token is shown once, when it is made."
          />
        }
      />
      {chosen.length > 0 && (
        <RevokeBar
          count={chosen.length}
          closed={closed}
          onRevoke={() => setOpen({ act: 'revoke', tokens: chosen })}
          onNone={selection.onNone}
        />
      )}
      <TokensStatus tokens={tokens} now={now} />
      <TokenDialogs
        open={open}
        setOpen={setOpen}
        tokens={tokens}
        rotation={rotation}
        onRevoked={selection.onNone}
      />
    </>
  )
}

interface BarProps {
  count: number
  closed: string | false
  onRevoke: () => void
  onNone: () => void
}

function RevokeBar({ count, closed, onRevoke, onNone }: BarProps) {
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-3 border-t border-accent-line bg-accent-softer px-4 py-2">
      <span className="font-medium">{count} selected</span>
      <span className="text-meta text-muted">
        Revoking <TraceLink act="revokeToken">{lowerFirst(recordsOne('revokeToken'))}</TraceLink>
      </span>
      <span className="ml-auto flex gap-2">
        <Button size={28} onClick={onNone}>
          Select none
        </Button>
        <Button size={28} variant="danger" icon={Ban} disabledReason={closed} onClick={onRevoke}>
          Revoke {count} {count === 1 ? 'token' : 'tokens'}
        </Button>
      </span>
    </div>
  )
}

function TokensStatus({ tokens, now }: { tokens: readonly MachineToken[]; now: number }) {
  const live = tokens.filter(({ expiresAt }) => isLive(expiresAt, now)).length
  return (
    <StatusLine
      end={
        <span>
          Creating or revoking{' '}
          <TraceLink act="createToken">{lowerFirst(recordsOne('createToken'))}</TraceLink>
        </span>
      }
    >
      <span>
        <strong className="font-medium text-text">
          {tokens.length} {tokens.length === 1 ? 'token' : 'tokens'}
        </strong>
        , {live} live
      </span>
      <span>The server does not record when a single token is used</span>
    </StatusLine>
  )
}
