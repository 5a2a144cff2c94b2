import { QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { ChevronDown, FlaskConical, LogIn } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { demoPersonasQuery, wantedPersona, type DemoPersona } from '#/data/demo'
import { queryClient } from '#/data/query-client'
import type { CallResult } from '#/session/call-types'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Icon } from '#/ui/Icon'
import { Menu } from '#/ui/Menu'
import { sentenceOf } from './error-words'

interface Props {
  /** Before each sign-in: the form forgets the step it was in. */
  onStart: (email: string) => void
  onStep: (step: CallResult<'signIn'>) => void
}

/** Built into the demo only. Signs in as a person would, with the printed credentials. */
export default function DemoCard(props: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <Card {...props} />
    </QueryClientProvider>
  )
}

function Card({ onStart, onStep }: Props) {
  const personas = useQuery(demoPersonasQuery())
  const signIn = useMutation({
    mutationFn: ({ email, password }: DemoPersona) => session.call('signIn', { email, password }),
    onMutate: ({ email }) => onStart(email),
    onSuccess: onStep,
  })
  const { mutate } = signIn
  const wanted = useSyncExternalStore(wantedPersona.subscribe, wantedPersona.get)
  useEffect(() => {
    // Read again: it must be taken up once, however often the effect runs.
    const persona = wanted && wantedPersona.get()
    if (!persona) return
    wantedPersona.set(null)
    mutate(persona)
  }, [wanted, mutate])

  const [owner, ...others] = personas.data ?? []
  if (!owner) return null
  return (
    <section
      aria-labelledby="demo"
      className="mb-8 flex gap-4 rounded-float border border-line-strong bg-surface p-5 max-sm:p-4"
    >
      <span className="flex size-9 shrink-0 items-center justify-center rounded-control border border-line-strong max-sm:hidden">
        <Icon of={FlaskConical} size={20} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 id="demo" className="mb-1 text-section font-semibold">
          Try it without a server
        </h2>
        <p className="mb-3 text-muted">
          A whole organization lives in this browser, with the same encryption, rights and limits as a real
          server.
        </p>
        <dl className="mb-4 grid grid-cols-[5rem_1fr] gap-y-1 rounded-control border border-line-strong bg-sunken p-3">
          <dt className="text-muted">E-mail</dt>
          <dd className="font-mono text-mono wrap-anywhere">
            {owner.email.split('@')[0]}
            <wbr />@{owner.email.split('@')[1]}
          </dd>
          <dt className="text-muted">Password</dt>
          <dd className="font-mono text-mono">{owner.password}</dd>
        </dl>
        {signIn.error && (
          <Callout tone="danger" role="alert" className="mb-3" title={`${signIn.variables?.name ?? 'Demo'}:`}>
            {sentenceOf(signIn.error)}
          </Callout>
        )}
        <div className="flex flex-wrap gap-2">
          <Button icon={LogIn} busy={signIn.isPending} onClick={() => mutate(owner)}>
            Open the demo as owner
          </Button>
          <Menu
            align="start"
            trigger={
              <Button variant="ghost" icon={ChevronDown}>
                As someone else
              </Button>
            }
            items={others.map((persona) => ({
              label: persona.name,
              hint: persona.role,
              onSelect: () => mutate(persona),
            }))}
          />
        </div>
      </div>
    </section>
  )
}
