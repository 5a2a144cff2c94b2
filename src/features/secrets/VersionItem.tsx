import { Eye, EyeOff, RotateCcw } from 'lucide-react'
import { useSettings } from '#/data/settings'
import type { Author as AuthorOf, HistoryEntry } from '#/domain/history-types'
import { absoluteTime, dayOf, spanWords } from '#/domain/time-words'
import { watchClipboard } from '#/lib/clipboard'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Chip } from '#/ui/Chip'
import { CountdownRing } from '#/ui/CountdownRing'
import { cx } from '#/ui/cx'
import { RevealedValue } from '#/ui/RevealedValue'
import { useSecretPage } from './secret-context'
import { useVersionValue } from './use-version-value'

interface Props {
  entry: HistoryEntry<number>
  number: number
  isLast: boolean
  nameOf: (author: AuthorOf) => string
  onRestore: () => void
}

export function VersionItem({ entry, number, isLast, nameOf, onRestore }: Props) {
  const { secret } = useSecretPage()
  const { hideAfter, clearClipboardAfter } = useSettings()
  const value = useVersionValue(entry.versionId)
  const headingId = `version-${number}`
  return (
    <li className="relative flex gap-3 pb-5" aria-labelledby={headingId}>
      {!isLast && <span aria-hidden className="absolute top-4 bottom-0 left-1.25 w-px bg-line-strong" />}
      <span
        aria-hidden
        className={cx(
          'mt-1.5 size-2.5 shrink-0 rounded-full border-2',
          entry.isCurrent ? 'border-accent bg-accent' : 'border-muted bg-surface',
        )}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <h3 id={headingId} className="flex items-center gap-2 font-semibold">
              Version {number} {entry.isCurrent && <Chip>Current</Chip>}
            </h3>
            <p>
              <Author entry={entry} nameOf={nameOf} />
            </p>
            <p className="text-muted">
              <Span entry={entry} />
            </p>
          </div>
          <div className="flex items-center gap-2">
            {entry.versionId ? (
              <>
                <Button
                  size={28}
                  icon={value.shown ? EyeOff : Eye}
                  aria-pressed={value.shown !== null}
                  busy={value.isReading}
                  aria-label={`${value.shown ? 'Hide' : 'Reveal'} version ${number}`}
                  onClick={value.toggle}
                >
                  {value.shown ? 'Hide' : 'Reveal'}
                </Button>
                {!entry.isCurrent && (
                  <Button
                    size={28}
                    icon={RotateCcw}
                    disabledReason={!secret.canWrite && 'You can read this secret, not change it.'}
                    onClick={onRestore}
                  >
                    Restore version {number}
                  </Button>
                )}
              </>
            ) : (
              <span className="text-meta text-muted">Value not kept by the server</span>
            )}
          </div>
        </div>
        {value.shown && (
          <div className="mt-2">
            {value.shown.ok ? (
              <RevealedValue
                text={value.shown.text}
                label={`Value of version ${number}`}
                onCopied={() => watchClipboard(clearClipboardAfter)}
              />
            ) : (
              <Callout tone="danger" role="alert" title="This version cannot be decrypted.">
                Its ciphertext was changed or sealed with another key. Restoring it would bring the damage
                back.
              </Callout>
            )}
            <CountdownRing endsAt={value.hidesAt} totalSeconds={hideAfter} text={(s) => `Hides in ${s} s`} />
          </div>
        )}
        {value.error && (
          <p role="alert" className="mt-2 text-danger">
            {value.error.message}
          </p>
        )}
      </div>
    </li>
  )
}

const VERBS = {
  created: 'Created by',
  set: 'Set by',
  restored: 'Restored by',
  'not known': 'Brought by',
} as const

/** Where two stories fit the row, both are told: this editor set the value, or put another one in its place. */
function Author({ entry, nameOf }: Pick<Props, 'entry' | 'nameOf'>) {
  const { timeZone } = useSettings()
  if (entry.author !== 'not known') {
    return (
      <>
        {VERBS[entry.how]} <span className="font-medium">{nameOf(entry.author)}</span>
      </>
    )
  }
  const { trace } = entry
  return (
    <>
      {VERBS[entry.how]} <span className="text-muted">not known</span>
      {trace && trace.author !== 'not known' && (
        <span className="block text-muted">
          {nameOf(trace.author)} set it on {dayOf(trace.date, timeZone)}, or put another value in its place
          then
        </span>
      )}
    </>
  )
}

/** A bound where the moment itself is not known: an edit in between may have changed the value unrecorded. */
function Span({ entry }: { entry: HistoryEntry<number> }) {
  const { timeZone } = useSettings()
  const { from, until, fromAtEarliest, untilAtLatest } = entry
  const begins =
    from !== 'not known'
      ? absoluteTime(from, timeZone)
      : fromAtEarliest === null
        ? 'A time not known'
        : `${absoluteTime(fromAtEarliest, timeZone)} at the earliest`
  const ends =
    until === 'now'
      ? 'now'
      : until !== 'not known'
        ? absoluteTime(until, timeZone)
        : untilAtLatest === null
          ? 'a time not known'
          : `${absoluteTime(untilAtLatest, timeZone)} at the latest`
  const lasted = typeof from === 'number' && typeof until === 'number' ? ` · ${spanWords(until - from)}` : ''
  return (
    <>
      {begins} to {ends}
      {lasted}
    </>
  )
}
