import { useMutation, useQuery } from '@tanstack/react-query'
import { FlaskConical, LogIn } from 'lucide-react'
import { demoPersonas } from '#/data/demo'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Icon } from '#/ui/Icon'
import { sentenceOf } from './error-words'

/** Built into the demo only. Signs in as a person would, with the printed credentials. */
export default function DemoCard({ onDone }: { onDone: () => void }) {
  const personas = useQuery({ queryKey: ['demo', 'personas'], queryFn: demoPersonas })
  const owner = personas.data?.[0]
  const signIn = useMutation({
    mutationFn: (p: { email: string; password: string }) => session.call('signIn', p),
    onSuccess: onDone,
  })
  if (!owner) return null
  return (
    <section
      aria-labelledby="demo"
      className="mb-8 flex gap-3 rounded-float border border-line-strong bg-surface p-5"
    >
      <Icon of={FlaskConical} size={20} className="text-muted" />
      <div className="min-w-0 flex-1">
        <h2 id="demo" className="text-section">
          Try it without a server
        </h2>
        <p className="mb-3 text-muted">
          A whole organization lives in this browser, with the same encryption, rights and limits as a real
          server.
        </p>
        <dl className="mb-4 grid grid-cols-[5rem_1fr] gap-y-1 rounded-control border border-line-strong bg-sunken p-3">
          <dt className="text-muted">E-mail</dt>
          <dd className="font-mono text-mono break-all">{owner.email}</dd>
          <dt className="text-muted">Password</dt>
          <dd className="font-mono text-mono">{owner.password}</dd>
        </dl>
        {signIn.error && (
          <Callout tone="danger" role="alert" className="mb-3">
            {sentenceOf(signIn.error)}
          </Callout>
        )}
        <Button icon={LogIn} busy={signIn.isPending} onClick={() => signIn.mutate(owner)}>
          Open the demo as owner
        </Button>
      </div>
    </section>
  )
}
