import type { ReactNode } from 'react'
import { useOpenSession, usePaced } from '#/session/use-session'
import { CountdownRing } from '#/ui/CountdownRing'
import { useOnline } from './use-online'

/** On a phone the top bar has no room for these, and only while there is something to say is there a line. */
export function NarrowNotice() {
  const paced = usePaced()
  const isOnline = useOnline()
  const isAway = useOpenSession()?.server.away
  return (
    <div role="status" className="shrink-0 sm:hidden">
      {!isOnline ? (
        <Trouble>No network. Nothing is read or saved meanwhile.</Trouble>
      ) : isAway ? (
        <Trouble>The server does not answer. It is asked again.</Trouble>
      ) : (
        paced && (
          <Line>
            <CountdownRing
              endsAt={paced.endsAt}
              totalSeconds={paced.seconds}
              text={(s) => `The server asked to slow down: ${s} s`}
            />
          </Line>
        )
      )}
    </div>
  )
}

function Line({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-8 items-center gap-2 overflow-hidden border-b border-line-strong bg-chrome px-3 text-meta">
      {children}
    </div>
  )
}

function Trouble({ children }: { children: string }) {
  return (
    <Line>
      <span aria-hidden className="size-2 shrink-0 rounded-full bg-danger" />
      <span className="truncate">{children}</span>
    </Line>
  )
}
