import { amount } from '#/lib/amount'
import { useId } from 'react'

interface Props {
  name: string
  share: number
  count: number
  beganAt: number
  now: number
}

export function ExportProgress({ name, share, count, beganAt, now }: Props) {
  const id = useId()
  const done = Math.round(share * count)
  const seconds = (now - beganAt) / 1000
  const rate = seconds > 0.5 ? done / seconds : 0
  const words =
    count === 0 ? 'Names are being gathered' : `${amount(done)} of ${amount(count)} events written`
  return (
    <div className="flex flex-col gap-2">
      <p id={id} className="font-mono text-mono wrap-anywhere">
        {name}
      </p>
      <progress
        aria-labelledby={id}
        aria-valuetext={words}
        className="h-1.5 w-full accent-accent"
        max={1}
        value={share}
      />
      <p className="flex flex-wrap justify-between gap-x-4 text-meta text-muted tabular-nums">
        <span>{words}</span>
        {rate > 0 && (
          <span>
            {amount(Math.round(rate))} a second, {Math.ceil((count - done) / rate)} s left
          </span>
        )}
      </p>
    </div>
  )
}
