import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Activity, Ban } from 'lucide-react'
import { revokeTokens, type MachineToken } from '#/data/machine-accounts'
import { useSettings } from '#/data/settings'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { agoWords } from '#/domain/time-words'
import { isLive } from '#/domain/token-expiry'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { counted } from '#/lib/counted'
import { ExpiryText } from './ExpiryText'
import { useMachinePage } from './machine-context'
import { shownName, shownToken } from './machine-row'

interface Props {
  tokens: readonly MachineToken[]
  onClose: () => void
  onRevoked?: () => void
}

/** One request, whatever their number. What is left that can sign in is said before. */
export function RevokeTokensDialog({ tokens, onClose, onRevoked }: Props) {
  const { organization, machine, facts, now } = useMachinePage()
  const { timeZone } = useSettings()
  const client = useQueryClient()
  const revoke = useMutation(revokeTokens(client, organization.id, machine.id))
  const ids = new Set(tokens.map(({ id }) => id))
  const all = facts.data?.tokens.ok ? facts.data.tokens.value : []
  const left = all.filter(({ id, expiresAt }) => !ids.has(id) && isLive(expiresAt, now)).length
  const live = tokens.filter(({ expiresAt }) => isLive(expiresAt, now)).length
  const seen = organization.useEvents && machine.facts?.lastSeen.ok ? machine.facts.lastSeen.value : null
  return (
    <ConfirmDialog
      title={`Revoke ${tokens.length === 1 && tokens[0] ? `token “${shownToken(tokens[0])}”` : counted(tokens.length, 'token')}`}
      description="At once and for good. Nothing that it read is deleted."
      isDanger
      width={640}
      confirmLabel={`Revoke ${counted(tokens.length, 'token')}`}
      confirmIcon={Ban}
      busy={revoke.isPending}
      error={revoke.error?.message}
      onClose={onClose}
      onConfirm={() =>
        revoke.mutate([...ids], {
          onSuccess: () => {
            onClose()
            onRevoked?.()
            showToast(`${counted(tokens.length, 'token')} revoked`)
          },
        })
      }
    >
      <ul className="max-h-60 overflow-y-auto rounded-control border border-line-strong">
        {tokens.map((token) => (
          <li
            key={token.id}
            className="flex items-center gap-4 border-b border-line px-3 py-2 last:border-b-0"
          >
            <bdi className="min-w-0 flex-1 truncate font-medium">{shownToken(token)}</bdi>
            <ExpiryText expiresAt={token.expiresAt} now={now} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      {live > 0 && left === 0 && (
        <Callout tone="warning" title={`${shownName(machine)} cannot sign in any more then.`}>
          No other live token is left{seen === null ? '' : `; it was seen last ${agoWords(now - seen)}`}.
          Create another first where it is still needed.
        </Callout>
      )}
      <p className="text-muted">
        The next sign-in with {tokens.length === 1 ? 'it' : 'one of them'} is refused. A session that is open
        already lives out its hour.
      </p>
      <Callout icon={Activity}>
        <TraceLink act="revokeToken">{recordsOne('revokeToken')}</TraceLink>, and the server keeps no list of
        revoked tokens.
      </Callout>
    </ConfirmDialog>
  )
}
