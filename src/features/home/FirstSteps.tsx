import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { envNames } from '#/domain/env-name'
import { snippets } from '#/domain/snippets'
import { secretId, secretName, secretProject } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import { buttonClass } from '#/ui/button-class'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { SnippetBox } from '#/ui/SnippetBox'
import { stepsDone } from './first-steps'
import { Section } from './Section'
import type { HomeFacts } from './use-home'

const STEPS = [
  { title: 'Project', text: 'Holds secrets and says who and what may read them.' },
  { title: 'First secret', text: 'A name, a value and a note, encrypted before they leave this page.' },
  { title: 'Machine account', text: 'One for each program. Give it the project, and nothing else.' },
  {
    title: 'Access token and command line',
    text: 'The token is shown once; the command reads the secret with it.',
  },
]

/** From nothing to a program that reads its secret. */
export function FirstSteps({ orgId, home }: { orgId: string; home: HomeFacts }) {
  const done = stepsDone(home)
  const next = done.findIndex((step) => step !== true)
  return (
    <Section
      title={next === 1 || next === 0 ? 'Nothing is kept here yet' : 'Nearly there'}
      aside={next === -1 ? 'All four done' : undefined}
    >
      <p className="mb-3 text-muted">Four steps, and the last is a command line that works.</p>
      <ol className="flex flex-col gap-3">
        {STEPS.map((step, i) => (
          <li key={step.title} className="flex gap-3">
            <Mark number={i + 1} isDone={done[i] === true} />
            <div className="min-w-0 flex-1">
              <p className={done[i] ? 'text-muted' : 'font-medium'}>
                {step.title}
                {done[i] && <span className="sr-only">, done</span>}
              </p>
              {i === next && (
                <>
                  <p className="text-muted">{step.text}</p>
                  <p className="mt-2">
                    <Act step={i} orgId={orgId} home={home} />
                  </p>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      {next === -1 && home.secrets && <CommandLine orgId={orgId} columns={home.secrets} />}
    </Section>
  )
}

function Mark({ number, isDone }: { number: number; isDone: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        'flex size-5 shrink-0 items-center justify-center rounded-full border text-meta tabular-nums',
        isDone ? 'border-good-line bg-good-soft text-good' : 'border-line-strong',
      )}
    >
      {isDone ? <Icon of={Check} size={12} /> : number}
    </span>
  )
}

function Act({ step, orgId, home }: { step: number; orgId: string; home: HomeFacts }): ReactNode {
  const params = { orgId }
  const look = buttonClass({ variant: 'solid' })
  if (step === 0)
    return (
      <Link to="/orgs/$orgId/projects" params={params} className={look}>
        Make a project
      </Link>
    )
  if (step === 1)
    return (
      <Link to="/orgs/$orgId/secrets/new" params={params} className={look}>
        Make the first secret
      </Link>
    )
  const [machine] = home.machines ?? []
  if (step === 2 || !machine)
    return (
      <Link to="/orgs/$orgId/machine-accounts" params={params} className={look}>
        Make a machine account
      </Link>
    )
  return (
    <Link
      to="/orgs/$orgId/machine-accounts/$machineId/tokens"
      params={{ orgId, machineId: machine.id }}
      className={look}
    >
      Make an access token
    </Link>
  )
}

function CommandLine({ orgId, columns }: { orgId: string; columns: SecretColumns }) {
  const shown = useMemo(() => {
    const first = {
      id: secretId(columns, 0),
      name: secretName(columns, 0),
      projectId: secretProject(columns, 0)?.id ?? null,
    }
    return snippets({
      origin: location.origin,
      organizationId: orgId,
      projectId: first.projectId,
      secrets: envNames([first]),
    })
  }, [orgId, columns])
  return (
    <div className="mt-4">
      <p className="mb-2 text-muted">
        Where the program runs. Each run reads one secret, recorded under the machine account’s name.
      </p>
      <SnippetBox label="Tools" snippets={shown} />
    </div>
  )
}
