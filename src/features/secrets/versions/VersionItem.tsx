import { useSettings } from '#/data/settings'
import type { Author as AuthorOf, HistoryEntry } from '#/domain/history-types'
import { watchClipboard } from '#/lib/clipboard'
import { Callout } from '#/ui/Callout'
import { Chip } from '#/ui/Chip'
import { CountdownRing } from '#/ui/CountdownRing'
import { cx } from '#/ui/cx'
import { RevealedValue } from '#/ui/RevealedValue'
import { useVersionValue } from './use-version-value'
import { VersionActs } from './VersionActs'
import { VersionAuthor, VersionSpan } from './VersionWords'

interface Props {
  entry: HistoryEntry<number>
  number: number
  isLast: boolean
  /** The row of the kept value before it; null where there is none. */
  before: string | null
  nameOf: (author: AuthorOf) => string
  isSettling: boolean
  onRestore: () => void
  onDelete: () => void
}

export function VersionItem(props: Props) {
  const { entry, number, isLast, before, nameOf, isSettling, onRestore, onDelete } = props
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
              <VersionAuthor entry={entry} nameOf={nameOf} isSettling={isSettling} />
            </p>
            <p className="text-meta text-muted">
              <VersionSpan entry={entry} />
            </p>
          </div>
          <VersionActs {...{ entry, number, before, value, onRestore, onDelete }} />
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
