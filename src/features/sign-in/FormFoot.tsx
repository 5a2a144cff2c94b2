import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { sentenceOf } from './error-words'
import { WAITING, WorkingBar } from './WorkingBar'

interface Props {
  signIn: { isPending: boolean; error?: Error | null }
  /** Pressed, and waiting until the server has answered. */
  isHeld: boolean
  /** What takes its time. */
  working: string
  closedReason: string | false
}

/** What the server says, what goes on, and the button: the end of each form that signs in with a key. */
export function FormFoot({ signIn, isHeld, working, closedReason }: Props) {
  const isBusy = signIn.isPending || isHeld
  return (
    <>
      {signIn.error && (
        <Callout tone="danger" role="alert">
          {sentenceOf(signIn.error)}
        </Callout>
      )}
      <div className="flex min-h-8 items-center justify-between gap-3">
        <span className="text-meta text-muted">
          {isBusy && <WorkingBar label={isHeld ? WAITING : working} />}
        </span>
        <Button type="submit" variant="solid" busy={isBusy} disabledReason={closedReason}>
          Sign in
        </Button>
      </div>
    </>
  )
}
