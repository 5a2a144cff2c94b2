import { lazy, Suspense, useCallback, useState } from 'react'
import { Eye, EyeOff, FileWarning } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'
import { valueFacts, type ValueFacts } from '#/domain/value-facts'
import type { CallResult } from '#/session/call-types'
import { watchClipboard } from '#/lib/clipboard'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { ClipboardStatus } from '#/ui/ClipboardStatus'
import { CountdownRing } from '#/ui/CountdownRing'
import { MaskedValue } from '#/ui/MaskedValue'
import { RevealedValue } from '#/ui/RevealedValue'
import { useShortcuts } from '#/ui/use-shortcuts'
import { clockTime } from '#/domain/time-words'
import { SecretFactsColumn } from './SecretFactsColumn'
import { useSecretPage } from './secret-context'
import { useSecretValue } from './use-secret-value'
import { ValueFactsList } from './ValueFactsList'

type OpenedSecret = CallResult<'readSecret'>

/** What stays on the page after the value itself was hidden: nothing of the value, only what it is like. */
export interface LastRead {
  at: number
  facts: ValueFacts | null
  note: OpenedSecret['note']
}

const REASONS: Record<string, string> = {
  mac: 'Its authentication code does not match: it was changed after it was sealed, or sealed with another key.',
  form: 'It does not have the form of a ciphertext.',
  type: 'It was sealed in a way that is not accepted for secrets.',
  padding: 'It was cut short.',
  utf8: 'What was sealed is not text.',
}

export function SecretValueTab() {
  const { organization, secret } = useSecretPage()
  const settings = useSettings()
  const [lastRead, setLastRead] = useState<LastRead | null>(null)
  const onRead = useCallback((read: OpenedSecret) => {
    setLastRead({
      at: read.readAt,
      facts: read.value.ok ? valueFacts(read.value.text) : null,
      note: read.note,
    })
  }, [])
  const value = useSecretValue(organization.id, secret.id, onRead)
  const covered = useCoveredReason()
  const toggle = () => (value.shown ? value.hide() : covered || value.reveal())
  useShortcuts([{ id: 'reveal', run: toggle }], settings.singleKeys)

  return (
    <div className="flex min-h-full flex-col xl:flex-row">
      <div className="min-w-0 flex-1 p-4">
        <section aria-labelledby="value">
          <div className="mb-2 flex items-center justify-between gap-3">
            <h2 id="value" className="text-section font-semibold">
              Value
            </h2>
            <Button
              icon={value.shown ? EyeOff : Eye}
              keyCap="r"
              disabledReason={covered}
              aria-pressed={value.shown !== null}
              busy={value.isReading}
              onClick={toggle}
            >
              {value.shown ? 'Hide' : 'Reveal'}
            </Button>
          </div>
          <ValueBox shown={value.shown} />
          <div className="mt-1 flex min-h-5 flex-wrap items-center justify-between gap-x-4 text-meta text-muted">
            <span>
              {lastRead
                ? `Read at ${clockTime(lastRead.at, settings.timeZone)}, recorded under your name`
                : `Not read yet. Revealing or copying ${lowerFirst(recordsOne('readSecret'))} under your name.`}
            </span>
            <span className="flex flex-wrap items-center gap-x-4">
              {value.shown && (
                <CountdownRing
                  endsAt={value.hidesAt}
                  totalSeconds={settings.hideAfter}
                  text={(s) => `Hides in ${s} s`}
                />
              )}
              <ClipboardStatus />
            </span>
          </div>
          {value.error && (
            <Callout tone="danger" role="alert" className="mt-3" title="The value could not be read.">
              {value.error.message}
            </Callout>
          )}
        </section>
        {lastRead?.facts && <ValueFactsList facts={lastRead.facts} />}
        <NoteSection
          lastRead={lastRead}
          isReading={value.isReading}
          onLoad={() => void value.read().catch(() => undefined)}
        />
      </div>
      <SecretFactsColumn />
    </div>
  )
}

const StructuredValue = lazy(async () => ({
  default: (await import('./structured/StructuredValue')).StructuredValue,
}))

/** Worth a closer look: JSON, or PEM blocks. */
const hasShape = (text: string): boolean => /^\s*[[{]|-----BEGIN /.test(text)

function ValueBox({ shown }: { shown: OpenedSecret | null }) {
  const { clearClipboardAfter } = useSettings()
  if (!shown) return <MaskedValue />
  if (shown.value.ok) {
    const revealed = { text: shown.value.text, onCopied: () => watchClipboard(clearClipboardAfter) }
    if (!hasShape(shown.value.text)) return <RevealedValue {...revealed} />
    return (
      <Suspense fallback={<RevealedValue {...revealed} />}>
        <StructuredValue {...revealed} />
      </Suspense>
    )
  }
  return (
    <Callout tone="danger" icon={FileWarning} role="alert" title="This value cannot be decrypted.">
      {REASONS[shown.value.reason] ?? 'The reason is not known.'} Edit the secret to set a new value, or
      restore an earlier version.
    </Callout>
  )
}

interface NoteProps {
  lastRead: LastRead | null
  isReading: boolean
  onLoad: () => void
}

function NoteSection({ lastRead, isReading, onLoad }: NoteProps) {
  return (
    <section aria-labelledby="note" className="mt-6">
      <h2 id="note" className="mb-1 text-section font-semibold">
        Note
      </h2>
      {!lastRead ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-muted">
            Not read yet. It comes with the value, as do the facts, in one recorded read.
          </p>
          <Button size={28} busy={isReading} onClick={onLoad}>
            Load note and facts, records 1 event
          </Button>
        </div>
      ) : !lastRead.note.ok ? (
        <p className="text-danger">The note cannot be decrypted. Edit the secret to write a new one.</p>
      ) : lastRead.note.text === '' ? (
        <p className="text-muted">No note.</p>
      ) : (
        <p className="max-w-160 wrap-anywhere whitespace-pre-wrap">{lastRead.note.text}</p>
      )}
    </section>
  )
}
