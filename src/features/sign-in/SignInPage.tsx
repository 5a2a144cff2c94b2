import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Server, UserRound } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { placeAfter } from '#/session/left-place'
import { session } from '#/session/session'
import { isStorageRefused } from '#/session/page-storage'
import { useSessionState } from '#/session/use-session'
import type { CallResult } from '#/session/call-types'
import { Callout } from '#/ui/Callout'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { Segmented } from '#/ui/Segmented'
import { OtherServer } from './OtherServer'
import { PasswordForm } from './PasswordForm'
import { ClockNotice, ServerLine } from './ServerLine'
import { Promises, SignInFrame } from './SignInFrame'
import type { Gate } from './use-gate'
import { gateOf, useServer, type ServerAnswer } from './use-server'

const route = getRouteApi('/sign-in')
// Not needed to draw the page, which has a size to keep.
const SecondStepForm = lazy(async () => ({ default: (await import('./SecondStepForm')).SecondStepForm }))
const ApiKeyForm = lazy(async () => ({ default: (await import('./ApiKeyForm')).ApiKeyForm }))
const MachineTokenForm = lazy(async () => ({
  default: (await import('./MachineTokenForm')).MachineTokenForm,
}))
const OrganizationKeyForm = lazy(async () => ({
  default: (await import('./OrganizationKeyForm')).OrganizationKeyForm,
}))
const DemoCard = import.meta.env.MODE === 'demo' ? lazy(() => import('./DemoCard')) : null

type Way = 'password' | 'api-key' | 'machine' | 'organization'
type Step = Exclude<CallResult<'signIn'>, { step: 'done' }>

export function SignInPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const state = useSessionState()
  const server = useServer()
  const [way, setWay] = useState<Way>('password')
  const [email, setEmail] = useState(state?.phase === 'out' ? (state.email ?? '') : '')
  const [step, setStep] = useState<Step | null>(null)

  // Signed in here or in another tab: go to where the person wanted to be.
  const next = state?.phase === 'open' ? placeAfter(state, search.to) : null
  useEffect(() => {
    if (next) void navigate({ to: next, replace: true })
  }, [next, navigate])

  const gate = gateOf(server)
  const back = () => {
    setStep(null)
    void session.call('forgetPendingSignIn', null)
  }

  const demo = DemoCard && (
    <Suspense>
      <DemoCard
        onStart={(persona) => {
          setEmail(persona)
          setStep(null)
        }}
        onStep={(next) => next.step !== 'done' && setStep(next)}
      />
    </Suspense>
  )

  return (
    <SignInFrame
      aside={
        <>
          {demo}
          <Promises />
        </>
      }
    >
      <title>Sign in · Strongroom</title>
      <h1 className="mb-4 text-title font-semibold">{step ? 'Second step' : 'Sign in'}</h1>
      <Notices reason={state?.phase === 'out' ? state.reason : 'fresh'} />
      {step ? (
        <>
          <p className="-mt-2 mb-4 text-muted">Your password was accepted. Enter a code to finish.</p>
          <Settled email={email} server={server.data} onChange={back} />
          <Suspense>
            <SecondStepForm
              key={JSON.stringify(step)}
              email={email}
              step={step}
              onStep={setStep}
              onDone={() => setStep(null)}
              onBack={back}
            />
          </Suspense>
        </>
      ) : (
        <>
          <ServerLine server={server} />
          <OtherServer />
          <Segmented
            label="Way to sign in"
            fill
            className="mb-4"
            options={[
              { value: 'password', label: 'Password' },
              { value: 'api-key', label: 'Personal API key' },
              { value: 'machine', label: 'Machine token' },
              { value: 'organization', label: 'Organization key' },
            ]}
            value={way}
            onChange={setWay}
          />
          {way === 'password' ? (
            <PasswordForm
              email={email}
              onEmail={setEmail}
              gate={gate}
              onStep={(next) => next.step !== 'done' && setStep(next)}
            />
          ) : (
            <OtherWay way={way} gate={gate} />
          )}
          <NotHere />
          <ClockNotice server={server.data} />
        </>
      )}
    </SignInFrame>
  )
}

function OtherWay({ way, gate }: { way: Exclude<Way, 'password'>; gate: Gate }) {
  return (
    <Suspense>
      {way === 'machine' ? (
        <MachineTokenForm gate={gate} />
      ) : way === 'organization' ? (
        <OrganizationKeyForm gate={gate} />
      ) : (
        <ApiKeyForm gate={gate} onDone={() => undefined} />
      )}
    </Suspense>
  )
}

/** Ways in that do not work here, and what does. */
function NotHere() {
  return (
    <p className="mt-4 text-meta text-muted">
      Single sign-on, Duo, YubiKey and passkeys do not work here. Use a personal API key with your master
      password instead.
    </p>
  )
}

interface SettledProps {
  email: string
  server: ServerAnswer['data']
  onChange: () => void
}

/** The first step in two lines, with the way back to it. */
function Settled({ email, server, onChange }: SettledProps) {
  const name = server?.ok
    ? `${server.server.name ?? 'Bitwarden'} ${server.server.version} at ${location.host}`
    : location.host
  return (
    <ul className="mb-4">
      <li className="flex items-center gap-2 border-b border-line-strong py-2">
        <Icon of={Server} className="text-muted" />
        <span className="min-w-0 flex-1 truncate">{name}</span>
      </li>
      <li className="flex items-center gap-2 border-b border-line-strong py-2">
        <Icon of={UserRound} className="text-muted" />
        <span className="min-w-0 flex-1 truncate">{email}</span>
        <button type="button" className={linkClass} onClick={onChange}>
          Change
        </button>
      </li>
    </ul>
  )
}

function Notices({ reason }: { reason: string }) {
  return (
    <>
      {reason === 'ended' && (
        <Callout tone="warning" role="status" className="mb-4" title="The server ended your session.">
          Sign in again to go on. Open forms of secrets are kept as sealed drafts where this browser keeps
          data.
        </Callout>
      )}
      {reason === 'timeout' && (
        <Callout role="status" className="mb-4" title="You were signed out after a time without input.">
          A policy of your organization asks for it. Open forms are kept as sealed drafts where this browser
          keeps data.
        </Callout>
      )}
      {reason === 'signed-out' && (
        <Callout role="status" className="mb-4">
          You are signed out in all tabs of this browser.
        </Callout>
      )}
      {isStorageRefused() && (
        <Callout tone="warning" className="mb-4" title="This browser keeps nothing for this page.">
          Everything works, but a reload signs you out and drafts are lost. Allow site data for{' '}
          {location.host} to change that.
        </Callout>
      )}
    </>
  )
}
