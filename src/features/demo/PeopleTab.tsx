import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { demoPersonasQuery, wantedPersona, type DemoPersona } from '#/data/demo'
import { session } from '#/session/session'
import { useSessionState } from '#/session/use-session'
import { Avatar } from '#/ui/Avatar'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Chip } from '#/ui/Chip'
import { LoadState } from './LoadState'

/** Becoming another person is signing out and signing in: nothing of the one is left for the other. */
export function PeopleTab({ onSwitch }: { onSwitch: () => void }) {
  const personas = useQuery(demoPersonasQuery())
  const state = useSessionState()
  const navigate = useNavigate()
  const change = useMutation({
    mutationFn: async (persona: DemoPersona) => {
      if (session.state?.phase !== 'out') await session.call('signOut', null)
      await navigate({ to: '/sign-in', replace: true })
      wantedPersona.set(persona)
    },
    onSuccess: onSwitch,
  })
  const present = state?.phase === 'out' ? null : state?.account.email
  if (!personas.data) return <LoadState query={personas} label="people" />
  return (
    <>
      <p className="mb-2 text-meta text-muted">Signs out in all tabs, then signs in as that person.</p>
      {change.error && (
        <Callout tone="danger" role="alert" className="mb-2">
          {change.error.message}
        </Callout>
      )}
      <ul className="border-t border-line">
        {personas.data.map((persona) => (
          <Person
            key={persona.id}
            persona={persona}
            isPresent={persona.email === present}
            busy={change.isPending && change.variables === persona}
            onChoose={() => change.mutate(persona)}
          />
        ))}
      </ul>
    </>
  )
}

interface PersonProps {
  persona: DemoPersona
  isPresent: boolean
  busy: boolean
  onChoose: () => void
}

function Person({ persona, isPresent, busy, onChoose }: PersonProps) {
  return (
    <li className="flex items-start gap-3 border-b border-line py-2">
      <Avatar name={persona.name} size={24} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {persona.name}
          {isPresent && <Chip tone="accent">Signed in</Chip>}
        </p>
        <p>{persona.role}</p>
        <p className="text-meta text-muted">{persona.shows}</p>
        <p className="mt-1 font-mono text-mono wrap-anywhere text-muted">
          {/* Broken after the @, if at all. */}
          {persona.email.split('@')[0]}@<wbr />
          {persona.email.split('@')[1]}
          <br />
          {persona.password}
        </p>
      </div>
      <Button
        size={28}
        busy={busy}
        disabledReason={isPresent && 'This person is signed in.'}
        aria-label={`Sign in as ${persona.name}`}
        onClick={onChoose}
      >
        Sign in
      </Button>
    </li>
  )
}
