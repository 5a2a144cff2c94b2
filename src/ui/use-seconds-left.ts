import { useEffect, useState } from 'react'

const left = (endsAt: number) => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000))

/** Whole seconds until a moment (epoch ms), ticking with it; 0 from then on. */
export function useSecondsLeft(endsAt: number): number {
  const [seconds, setSeconds] = useState(() => left(endsAt))
  useEffect(() => {
    const tick = () => setSeconds(left(endsAt))
    tick()
    // Four looks a second keep the shown number within 250 ms without drift; React skips what does not change.
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [endsAt])
  return seconds
}
