import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { CircleCheck, Server, UserRound } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, type FormEvent } from 'react'
import { session } from '#/session/session'
import type { ClosedReason, SessionState } from '#/session/protocol'
import { SessionError } from '#/session/session-error'
import { useSessionState } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Icon } from '#/ui/Icon'
import { PasswordField } from '#/ui/PasswordField'
import { sentenceOf } from './error-words'
import { kdfWords } from './kdf-words'
import { SignInFrame } from './SignInFrame'
import { useAct } from './use-act'
import { WorkingBar } from './WorkingBar'

const WaitingForYou = lazy(async () => ({ default: (await import('./WaitingForYou')).WaitingForYou }))

const route = getRouteApi('/unlock')

export function UnlockPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const state = useSessionState()
  const phase = state?.phase
  useEffect(() => {
    if (phase === 'open') void navigate({ to: search.to ?? '/', replace: true })
    if (phase === 'out') void navigate({ to: '/sign-in', search, replace: true })
  }, [phase, navigate, search])
  return state?.phase === 'locked' ? <Unlock state={state} to={search.to} /> : null
}

const SENTENCES: Record<ClosedReason, string> = {
  fresh: 'Keys live in memory only, so your master password is needed again.',
  'signed-out': 'Keys live in memory only, so your master password is needed again.',
  timeout: 'Keys live in memory only, so your master password is needed again.',
  ended: 'The server ended the session.',
  'lock-button': 'You locked the console. Keys and everything decrypted have left memory.',
  idle: 'The console locked itself after a time without input. Keys and everything decrypted have left memory.',
  reload:
    'The page was loaded anew. Keys live in memory only, so they are gone and your master password is needed again.',
}

function Unlock({
  state,
  to,
}: {
  state: Extract<SessionState, { phase: 'locked' }>
  to: string | undefined
}) {
  return (
    <SignInFrame
      aside={
        <Suspense>
          <WaitingForYou to={to} />
        </Suspense>
      }
    >
      <title>Unlock · Strongroom</title>
      <h1 className="mb-1 text-title font-semibold">Unlock</h1>
      <p className="mb-4 text-muted">{SENTENCES[state.reason]}</p>
      <ul className="mb-4">
        <li className="flex items-center gap-2 border-b border-line-strong py-2">
          <Icon of={UserRound} className="text-muted" />
          <span className="min-w-0 flex-1 truncate">{state.account.email}</span>
        </li>
        {state.server && (
          <li className="flex items-center gap-2 border-b border-line-strong py-2">
            <Icon of={Server} className="text-muted" />
            <span className="min-w-0 flex-1 truncate">
              {state.server.name ?? 'Bitwarden'} {state.server.version} at {state.server.host}
            </span>
            <span className="flex items-center gap-1 text-meta text-good">
              <Icon of={CircleCheck} size={14} /> Session kept
            </span>
          </li>
        )}
      </ul>
      <UnlockForm email={state.account.email} kdf={kdfWords(state.account.kdf)} />
    </SignInFrame>
  )
}

function UnlockForm({ email, kdf }: { email: string; kdf: string }) {
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const unlock = useAct(() => session.call('unlock', { password }))
  const signOut = useAct(() => session.call('signOut', null))
  const isWrong = unlock.error instanceof SessionError && unlock.error.code === 'wrong-password'

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (password !== '' && !unlock.isPending) unlock.mutate()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {/* Password managers look for whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Master password"
        autoFocus
        value={password}
        hint="Checked here against the wrapped key; not sent"
        error={
          isWrong
            ? sentenceOf(unlock.error)
            : isTried && password === ''
              ? 'Type your master password.'
              : undefined
        }
        onChange={(event) => {
          setPassword(event.target.value)
          unlock.reset()
        }}
      />
      {unlock.error && !isWrong && (
        <Callout tone="danger" role="alert">
          {sentenceOf(unlock.error)}
        </Callout>
      )}
      <div className="flex items-center justify-between gap-3">
        <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
          Sign out
        </Button>
        <span className="flex-1 text-right text-meta text-muted">
          {unlock.isPending ? <WorkingBar label={kdf} /> : kdf}
        </span>
        <Button type="submit" variant="solid" keyCap="↵" busy={unlock.isPending}>
          Unlock
        </Button>
      </div>
    </form>
  )
}
