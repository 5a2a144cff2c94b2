import { useEffect, useEffectEvent, useState } from 'react'
import { askAll, type Answers } from './questions'

interface Round {
  /** Counts up with "Run again". */
  number: number
  answers: Partial<Answers>
  startedAt: Date
}

const begin = (number: number): Round => ({ number, answers: {}, startedAt: new Date() })

/** Whoever goes to mend the proxy and comes back sees what became of it; switching to and fro asks nothing. */
const AT_MOST_EVERY = 5_000

/** Asks when the page opens, is looked at again and when told; a new round forgets the answers of the one before. */
export function useDoctor() {
  const [round, setRound] = useState(() => begin(0))
  const { number } = round
  useEffect(() => {
    const stop = new AbortController()
    askAll((name, answer) => {
      setRound((before) =>
        before.number === number ? { ...before, answers: { ...before.answers, [name]: answer } } : before,
      )
    }, stop.signal)
    return () => stop.abort()
  }, [number])
  const runAgain = () => setRound(begin(number + 1))
  const askAnew = useEffectEvent(() => {
    if (!document.hidden && Date.now() - round.startedAt.getTime() > AT_MOST_EVERY) runAgain()
  })
  useEffect(() => {
    addEventListener('online', askAnew)
    document.addEventListener('visibilitychange', askAnew)
    return () => {
      removeEventListener('online', askAnew)
      document.removeEventListener('visibilitychange', askAnew)
    }
  }, [])
  return { ...round, runAgain }
}
