import { useEffect, useState } from 'react'

/** What goes on where a form was sent before it was known what answers. */
export const WAITING = 'Waiting for the server'

/** Key derivation gives no progress: the honest figure is the time that it has taken. */
export function WorkingBar({ label }: { label: string }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const started = performance.now()
    const timer = setInterval(() => setSeconds((performance.now() - started) / 1000), 100)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="flex flex-col gap-1" role="status">
      <span>
        {label}, <span aria-hidden>{seconds.toFixed(1)} s</span>
      </span>
      <span className="h-1 w-full overflow-hidden rounded-full bg-pressed" aria-hidden>
        <span className="block h-full w-1/3 animate-sweep rounded-full bg-accent motion-reduce:w-full" />
      </span>
    </span>
  )
}
