import { useSettings } from '#/data/settings'
import type { ChosenExpiry, ExpiryChoice } from '#/domain/expiry-choice'
import { absoluteTime } from '#/domain/time-words'
import { Callout } from '#/ui/Callout'
import { Segmented } from '#/ui/Segmented'
import { TextField } from '#/ui/TextField'

const choices: { value: ExpiryChoice; label: string }[] = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '60', label: '60 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'date', label: 'Date' },
  { value: 'never', label: 'Never' },
]

interface Props {
  choice: ExpiryChoice
  onChoice: (choice: ExpiryChoice) => void
  date: string
  onDate: (date: string) => void
  chosen: ChosenExpiry
  /** It was sent once: what is missing is told now. */
  wasSent: boolean
  isBusy: boolean
}

/** Until when a new token is good. */
export function ExpiryFields({ choice, onChoice, date, onDate, chosen, wasSent, isBusy }: Props) {
  const { timeZone } = useSettings()
  const end = chosen.ok ? chosen.expiresAt : null
  const words = end === null ? '' : `Sign-ins with it are refused from ${absoluteTime(end, timeZone)} on.`
  return (
    <>
      <Segmented
        label="Expires"
        showLabel
        fill
        collapse
        options={choices}
        value={choice}
        onChange={onChoice}
      />
      {choice === 'date' && (
        <TextField
          label={`Date, ${timeZone === 'utc' ? 'in UTC' : 'in the time of this machine'}`}
          mono
          placeholder="2026-12-01 09:30"
          value={date}
          onChange={(event) => onDate(event.target.value)}
          autoComplete="off"
          readOnly={isBusy}
          error={!chosen.ok && (wasSent || date.length >= 10) ? chosen.sentence : undefined}
          hint={words || 'Day, or day and minute.'}
        />
      )}
      {choice === 'never' && (
        <Callout tone="warning" title="It works until somebody revokes it.">
          If it leaks, nothing ends it by itself, and no event tells that it was used. Prefer a date, and
          rotate.
        </Callout>
      )}
      {choice !== 'date' && choice !== 'never' && <p className="text-muted">{words}</p>}
    </>
  )
}
