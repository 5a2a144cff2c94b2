import { useSettings } from '#/data/settings'
import { useOpenSession } from '#/session/use-session'
import { Select } from '#/ui/Select'
import { changeSetting } from './change-setting'
import { choicesWith, minutesWords, secondsWords } from './durations'
import { SettingRow } from './SettingRow'

const SECONDS = [10, 30, 60, 120, 300]
const MINUTES = [1, 5, 15, 30, 60, 240, 480, 1440]

export function TimersSection() {
  const { hideAfter, clearClipboardAfter } = useSettings()
  return (
    <section aria-labelledby="timers">
      <h2 id="timers" className="mb-1 text-section font-semibold">
        Timers
      </h2>
      <Seconds
        label="Hide a value again after"
        note="And when the window loses the focus, and on lock"
        value={hideAfter}
        onChange={(next) =>
          changeSetting({ hideAfter: next }, `Values are hidden again after ${secondsWords(next)}.`)
        }
      />
      <Seconds
        label="Clear the clipboard after"
        note="Only while this page has the focus; otherwise when it has it again"
        value={clearClipboardAfter}
        onChange={(next) =>
          changeSetting(
            { clearClipboardAfter: next },
            `The clipboard is cleared after ${secondsWords(next)}.`,
          )
        }
      />
      <LockAfter />
    </section>
  )
}

interface SecondsProps {
  label: string
  note: string
  value: number
  onChange: (seconds: number) => void
}

function Seconds({ label, note, value, onChange }: SecondsProps) {
  return (
    <SettingRow label={label} note={note}>
      <Select
        label={label}
        hideLabel
        className="w-32"
        value={String(value)}
        options={choicesWith(SECONDS, value).map((n) => ({ value: String(n), label: secondsWords(n) }))}
        onChange={(next) => onChange(Number(next))}
      />
    </SettingRow>
  )
}

/** Choices beyond the policy stay in the list, closed, and name who closes them. */
function LockAfter() {
  const { lockAfter } = useSettings()
  const session = useOpenSession()
  const atMost = session?.lockAtMost ?? null
  const signOut = session?.signOutAfter ?? null
  const effective = Math.min(lockAfter, atMost?.minutes ?? Infinity)
  const choices = atMost ? choicesWith(MINUTES, atMost.minutes) : MINUTES
  return (
    <SettingRow
      label="Lock after"
      note={
        <>
          Without a key or the pointer.{' '}
          {atMost && `${atMost.organization} allows at most ${minutesWords(atMost.minutes)}. `}
          {signOut && `${signOut.organization} signs you out after ${minutesWords(signOut.minutes)}.`}
          {atMost &&
            lockAfter > atMost.minutes &&
            ` You chose ${minutesWords(lockAfter)} where no policy says less.`}
        </>
      }
    >
      <Select
        label="Lock after"
        hideLabel
        className="w-32"
        value={String(effective)}
        options={choicesWith(choices, effective).map((n) => {
          const isClosed = atMost !== null && n > atMost.minutes
          const words = minutesWords(n)
          return {
            value: String(n),
            label: isClosed ? `${words}, closed by the policy of ${atMost.organization}` : words,
            isClosed,
          }
        })}
        onChange={(next) =>
          changeSetting({ lockAfter: Number(next) }, `The console locks after ${minutesWords(Number(next))}.`)
        }
      />
    </SettingRow>
  )
}
