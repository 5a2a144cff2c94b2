import { StickyNote } from 'lucide-react'
import { useMemo, useState } from 'react'
import { measure } from '#/domain/secret-limits'
import { secretsWord } from '#/features/secrets/SecretListStatus'
import { BulkDialog } from '#/jobs/BulkDialog'
import type { PreviewRow } from '#/jobs/BulkPreview'
import { kind, type NoteWish } from '#/jobs/kinds/secrets-note'
import { Segmented } from '#/ui/Segmented'
import { TextArea } from '#/ui/TextArea'
import type { BulkProps } from './BulkBar'
import { closedTo, secretNoun } from './bulk-rows'

const HOW = [
  { value: 'append', label: 'Add at the end' },
  { value: 'set', label: 'Replace the note' },
] as const

export function NoteDialog({ organization, secrets, onClose, onStarted }: BulkProps) {
  const [how, setHow] = useState<NoteWish['how']>('append')
  const [text, setText] = useState('')
  const error = measure('note', text).sentence ?? undefined
  const rows = useMemo(
    () =>
      secrets.map((secret): PreviewRow => ({
        id: secret.id,
        name: secret.name,
        change:
          how === 'append'
            ? 'Text is added to its note'
            : text === ''
              ? 'Its note is emptied'
              : 'Its note is replaced',
        skip: closedTo(secret),
      })),
    [secrets, how, text],
  )
  return (
    <BulkDialog
      title={`Note on ${secretsWord(secrets.length)}`}
      icon={StickyNote}
      verb={
        how === 'append' ? 'Add to the note of' : text === '' ? 'Empty the note of' : 'Replace the note of'
      }
      kind={kind}
      isLogClosed={!organization.canReadEvents}
      noun={secretNoun}
      rows={rows}
      isDanger={how === 'set'}
      missing={error ?? (how === 'append' && text === '' && 'Type what is to be added first.')}
      request={(ids) => ({
        kind: 'secrets.note',
        organizationId: organization.id,
        params: { how },
        content: { how, text } satisfies NoteWish,
        items: secrets
          .filter(({ id }) => ids.has(id))
          .map(({ id, name, changed }) => ({ id, label: name, content: changed })),
      })}
      consequences={
        <>
          <li>
            {how === 'append'
              ? 'A note that ends with this text already is left as it is.'
              : 'No list tells what stands in the notes now. Undo puts each one back.'}
          </li>
          <li>Each is read again right before it is written; what somebody changed meanwhile stays.</li>
        </>
      }
      onClose={onClose}
      onStarted={onStarted}
    >
      <Segmented label="What happens to the note" options={HOW} value={how} onChange={setHow} />
      <TextArea label="Text" rows={3} maxRows={8} value={text} onChange={setText} error={error} />
    </BulkDialog>
  )
}
