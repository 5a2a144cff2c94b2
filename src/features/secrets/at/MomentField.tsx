import { CalendarClock } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { TextField } from '#/ui/TextField'
import { momentOf, typedOf } from './moment'

interface Props {
  moment: string | undefined
  onChange: (moment: string | undefined) => void
}

/** A date and a time, in the zone of the settings. */
export function MomentField({ moment, onChange }: Props) {
  const { timeZone } = useSettings()
  return (
    <TextField
      // The field keeps what is half typed: only a whole date comes out of it.
      key={timeZone}
      className="w-64 max-sm:w-full"
      label={`Which value was live on (${timeZone === 'utc' ? 'UTC' : 'your time zone'})`}
      type="datetime-local"
      icon={CalendarClock}
      defaultValue={typedOf(moment, timeZone)}
      onChange={(event) => onChange(momentOf(event.target.value, timeZone) ?? undefined)}
    />
  )
}
