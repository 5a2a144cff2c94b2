import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useSessionState } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { linkClass } from '#/ui/link-class'
import { Logo } from '#/ui/Logo'
import { TextField } from '#/ui/TextField'
import { useMedia } from '#/ui/use-media'
import type { Finding } from './finding'
import { FindingPanel } from './FindingPanel'
import { judgeAddress } from './judge-address'
import { builtInRules } from './rules'
import { StepList } from './StepList'
import { Summary } from './Summary'
import { steps } from './steps'
import { useDoctor } from './use-doctor'
import type { Answers } from './questions'

const rules = builtInRules()

/**
 * Connection doctor: asks what stands at this page's own address, step by step, and shows what to change. Needs no
 * account, and opens where the rest of the console cannot start.
 */
export function SetupPage() {
  const { answers, startedAt, runAgain } = useDoctor()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const isWide = useMedia('(width >= 64rem)')
  const address = judgeAddress(typed)
  const places = { host: location.hostname, server: address.server ?? rules.exampleServer }
  const context = { answers: answers as Answers, rules, places }
  const shown = steps.map(({ id, asks, needs, judge }) => ({
    id,
    asks,
    finding: needs.every((name) => answers[name]) ? judge(context) : null,
  }))
  const first = (tone: Finding['tone']) => shown.find(({ finding }) => finding?.tone === tone)
  const open = shown.find(({ id, finding }) => id === chosen && finding) ?? first('fail') ?? first('warn')
  const panel = open?.finding && <FindingPanel key={open.id} finding={open.finding} />

  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-2">
      <title>Connection doctor · Strongroom</title>
      <div className="min-w-0">
        <header className="flex items-center justify-between gap-4 px-8 pt-6 max-sm:px-4 max-sm:pt-4">
          <Logo name="Strongroom" />
          <WayOut />
        </header>
        <main className="mx-auto w-full max-w-144 px-4 py-8">
          <h1 className="mb-1 text-title font-semibold">Connection doctor</h1>
          <p className="mb-4 text-muted">
            Asks this page’s own address {steps.length} things, without a password. Nothing is stored.
          </p>
          <div className="mb-4 flex items-start gap-2">
            <TextField
              className="min-w-0 flex-1"
              label="Your server"
              hint="Only to write the lines. Asked is always this page’s own address."
              placeholder={rules.exampleServer}
              error={address.problem ?? undefined}
              mono
              autoComplete="off"
              spellCheck={false}
              inputMode="url"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button className="mt-6" icon={RotateCw} onClick={runAgain}>
              Run again
            </Button>
          </div>
          <Summary findings={shown.map(({ finding }) => finding)} startedAt={startedAt} />
          <StepList
            steps={shown}
            openId={open?.id ?? null}
            onOpen={setChosen}
            detail={isWide ? null : panel}
          />
        </main>
      </div>
      {isWide && (
        <aside aria-label="What to do" className="min-w-0 border-l border-line-strong bg-chrome px-8 py-10">
          <div className="mx-auto w-full max-w-144">
            {open?.finding && <p className="mb-4 text-section font-semibold">{open.finding.title}</p>}
            {panel || <Waiting shown={shown} />}
          </div>
        </aside>
      )}
    </div>
  )
}

/** A link that loads anew: what could not start may start now. */
function WayOut() {
  const isOpen = useSessionState()?.phase === 'open'
  return isOpen ? (
    <a href={import.meta.env.BASE_URL} className={linkClass}>
      Back to the console
    </a>
  ) : (
    <a href={`${import.meta.env.BASE_URL}sign-in`} className={linkClass}>
      Sign in
    </a>
  )
}

function Waiting({ shown }: { shown: readonly { finding: Finding | null }[] }) {
  const isDone = shown.every(({ finding }) => finding)
  return (
    <p className="text-muted">
      {isDone
        ? 'Everything is as it should be. Choose a step to see what was asked and what came back.'
        : 'Asking …'}
    </p>
  )
}
