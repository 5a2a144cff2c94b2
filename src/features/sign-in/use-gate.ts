import { useEffect, useEffectEvent, useState } from 'react'

/** Whether anything may be sent: only once it is known what answers. */
export interface Gate {
  /** The first answer is on its way: a press is kept for it. */
  isAsking: boolean
  closedReason: string | false
}

/** A press that comes before the server has said what it is waits for that, and is not lost. */
export function useGate({ isAsking, closedReason }: Gate, send: () => void) {
  const [wasEarly, setEarly] = useState(false)
  const answered = useEffectEvent(() => {
    if (wasEarly && !closedReason) send()
  })
  useEffect(() => {
    if (!isAsking) answered()
  }, [isAsking])
  const press = () => {
    if (isAsking) setEarly(true)
    else if (!closedReason) send()
  }
  return { isHeld: wasEarly && isAsking, press }
}
