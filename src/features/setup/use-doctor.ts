import { useEffect, useState } from 'react'
import { askAll, type Answers } from './questions'

interface Round {
  /** Counts up with "Run again". */
  number: number
  answers: Partial<Answers>
  startedAt: Date
}

const begin = (number: number): Round => ({ number, answers: {}, startedAt: new Date() })

/** Asks when the page opens and when told; a new round forgets the answers of the one before. */
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
  return { ...round, runAgain: () => setRound(begin(number + 1)) }
}
