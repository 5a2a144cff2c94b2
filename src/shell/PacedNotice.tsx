import { usePaced } from '#/session/use-session'
import { CountdownRing } from '#/ui/CountdownRing'

/** Slowing down is the server's wish, not a failure: said while it lasts. */
export function PacedNotice() {
  const paced = usePaced()
  if (!paced) return null
  return (
    <span role="status" className="mr-2 max-sm:hidden">
      <CountdownRing
        endsAt={paced.endsAt}
        totalSeconds={paced.seconds}
        text={(s) => `The server asked to slow down, reading goes on in ${s} s`}
      />
    </span>
  )
}
