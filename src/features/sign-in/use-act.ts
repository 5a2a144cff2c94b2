import { useRef, useState } from 'react'

interface Act<A> {
  mutate: (argument: A) => void
  reset: () => void
  isPending: boolean
  isSuccess: boolean
  error: Error | null
}

type Outcome = Pick<Act<never>, 'isPending' | 'isSuccess' | 'error'>

const idle: Outcome = { isPending: false, isSuccess: false, error: null }

/**
 * One act of a form and what became of it. The library for server state would be a tenth of what this page fetches,
 * and its pages need of it no more than this.
 */
export function useAct<R, A = void>(
  act: (argument: A) => Promise<R>,
  onSuccess?: (result: R, argument: A) => void,
): Act<A> {
  const [outcome, setOutcome] = useState(idle)
  const last = useRef(0)

  async function run(argument: A): Promise<void> {
    const own = (last.current += 1)
    // What an earlier run says no longer counts.
    const tell = (next: Partial<Outcome>) => own === last.current && setOutcome({ ...idle, ...next })
    tell({ isPending: true })
    try {
      const result = await act(argument)
      tell({ isSuccess: true })
      onSuccess?.(result, argument)
    } catch (error) {
      // Calls reject with errors alone.
      tell({ error: error as Error })
    }
  }

  return {
    ...outcome,
    mutate: (argument) => void run(argument),
    reset: () => {
      last.current += 1
      setOutcome(idle)
    },
  }
}
