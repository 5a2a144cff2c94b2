import { Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#/ui/Button'

/** After a write without a clear answer: looks in the list, which records nothing. */
export function ArrivalCheck({ look }: { look: () => Promise<string> }) {
  const [isLooking, setLooking] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  return (
    <>
      <Button
        size={28}
        icon={Search}
        busy={isLooking}
        onClick={() => {
          setLooking(true)
          void look()
            .then(setAnswer)
            .finally(() => setLooking(false))
        }}
      >
        Look whether it arrived
      </Button>
      <p role="status" className="basis-full">
        {answer}
      </p>
    </>
  )
}
