import { Callout } from '#/ui/Callout'
import { RadioCards } from '#/ui/RadioCards'
import { FORMATS, type FormatWords } from './formats'
import type { ExportWish } from './export-wish'
import type { ExportPhase } from './use-export'

interface Props {
  wish: ExportWish
  state: ExportPhase
  format: FormatWords
  onFormat: (format: FormatWords) => void
}

export function ExportChoice({ wish, state, format, onFormat }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {state.phase === 'failed' && (
        <Callout tone="danger" role="alert" title="The export stopped.">
          {state.message} Nothing of it was saved.
        </Callout>
      )}
      {state.phase === 'cancelled' && (
        <Callout role="status" title="Export cancelled.">
          Nothing was saved.
        </Callout>
      )}
      <Missing wish={wish} />
      <RadioCards
        label="Format"
        options={FORMATS}
        value={format.value}
        onChange={(value) => onFormat(FORMATS.find((each) => each.value === value) ?? format)}
      />
      <p className="text-meta text-muted">
        Each row holds what the server sent, the sentence of the page, and names as this account can read
        them: <strong className="font-medium text-text">in the clear, on your disk</strong>. No value of a
        secret is in it. {format.value === 'pack' ? 'The pack has' : 'Beside the file you get'} a manifest
        with range, filter, completeness, server, who exported and when, and the SHA-256 by which it can be
        checked.
      </p>
    </div>
  )
}

/** Told before, not after: the choice stands. */
function Missing({ wish: { missing, isLoading } }: { wish: ExportWish }) {
  if (missing === null && !isLoading) return null
  return (
    <Callout
      tone="warning"
      role="note"
      title={isLoading ? 'The range is still loading.' : 'Not every event of the range is here.'}
    >
      {isLoading ? 'Only what has come until you press is exported.' : missing} The manifest will say what is
      missing.
    </Callout>
  )
}
