import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { demoKey, demoNowQuery, moveDemoClock, realDemoClock, resetDemo } from '#/data/demo'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { LoadState } from './LoadState'
import { useLever } from './use-lever'

const HOUR = 60 * 60_000
const JUMPS: [string, number][] = [
  ['1 hour on', HOUR],
  ['1 day on', 24 * HOUR],
  ['30 days on', 30 * 24 * HOUR],
]
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })

export function DataTab() {
  const now = useQuery(demoNowQuery())
  const [isAsking, setAsking] = useState(false)
  const move = useLever(
    (ms: number | null) => (ms === null ? realDemoClock() : moveDemoClock(ms)),
    () => 'The server’s clock is moved.',
  )
  if (!now.data) return <LoadState query={now} label="the server’s clock" />
  return (
    <>
      <h3 className="mb-1 font-semibold">The server’s clock</h3>
      <p>{moment.format(new Date(now.data.now))} UTC</p>
      <p className="mb-2 text-meta text-muted">
        Moved on, tokens run out and what was recent gets old. Existing dates stay as they are.
      </p>
      <div className="flex flex-wrap gap-2">
        {JUMPS.map(([label, ms]) => (
          <Button key={label} size={28} onClick={() => move.mutate(ms)}>
            {label}
          </Button>
        ))}
        <Button size={28} onClick={() => move.mutate(null)}>
          Real time
        </Button>
      </div>
      {move.error && (
        <Callout tone="danger" role="alert" className="mt-2">
          {move.error.message}
        </Callout>
      )}
      <h3 className="mt-6 mb-1 font-semibold">All data</h3>
      <p className="mb-2 text-muted">
        Everything you changed is kept in this browser, over reloads and restarts, until you reset it.
      </p>
      <Button variant="danger" size={28} icon={RotateCcw} onClick={() => setAsking(true)}>
        Reset the demo
      </Button>
      {isAsking && <ResetDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function ResetDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const reset = useMutation({
    mutationFn: async () => {
      // First: a session of the old data would meet a server that never heard of it.
      if (session.state?.phase !== 'out') await session.call('signOut', null)
      await resetDemo()
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: demoKey })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title="Reset the demo?"
      description="Signs out in all tabs. All changes, faults and mails of the demo are lost; it begins as on the first day."
      confirmLabel="Reset the demo"
      confirmIcon={RotateCcw}
      isDanger
      busy={reset.isPending}
      error={reset.error?.message}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    />
  )
}
