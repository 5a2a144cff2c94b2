import type { ConflictField, SecretTexts } from '#/domain/secret-conflict'
import { ChangedValue } from './ChangedValue'
import { FIELD_WORDS } from './secret-draft'
import { WordDiff } from './WordDiff'

interface Props {
  before: SecretTexts
  after: SecretTexts
  changed: readonly ConflictField[]
  projectName: (id: string | null) => string
}

const ALL: readonly ConflictField[] = ['name', 'value', 'note', 'projectId']

/** Only what differs from the state that was read; what does not is named in one line. */
export function WhatWillBeSaved({ before, after, changed, projectName }: Props) {
  const unchanged = ALL.filter((field) => !changed.includes(field))
  return (
    <div className="flex flex-col gap-4">
      {changed.length === 0 && <p className="text-muted">Nothing differs from what was read.</p>}
      {changed.includes('name') && (
        <BeforeAfter
          label="Name"
          before={before.name ?? 'cannot be decrypted'}
          after={after.name ?? ''}
          isMono
        />
      )}
      {changed.includes('value') && <ChangedValue before={before.value} after={after.value ?? ''} />}
      {changed.includes('note') && (
        <div>
          <h3 className="mb-1 font-medium">Note</h3>
          <WordDiff before={before.note ?? ''} after={after.note ?? ''} />
        </div>
      )}
      {changed.includes('projectId') && (
        <BeforeAfter
          label="Project"
          before={projectName(before.projectId)}
          after={projectName(after.projectId)}
        />
      )}
      {unchanged.length > 0 && changed.length > 0 && (
        <p className="border-t border-line-strong pt-3">
          <span className="text-muted">Unchanged</span>{' '}
          {unchanged
            .map((field, i) => (i === 0 ? FIELD_WORDS[field] : FIELD_WORDS[field].toLowerCase()))
            .join(', ')}
        </p>
      )}
    </div>
  )
}

interface BeforeAfterProps {
  label: string
  before: string
  after: string
  isMono?: boolean
}

function BeforeAfter({ label, before, after, isMono }: BeforeAfterProps) {
  return (
    <div>
      <h3 className="mb-1 font-medium">{label}</h3>
      <div
        className={`overflow-hidden rounded-control border border-line-strong wrap-anywhere ${isMono ? 'font-mono' : ''}`}
      >
        <p className="flex gap-2 bg-removed px-2 py-1">
          <span aria-hidden className="w-3">
            −
          </span>
          <span className="sr-only">Before:</span>
          <span className="min-w-0">{before}</span>
        </p>
        <p className="flex gap-2 bg-added px-2 py-1">
          <span aria-hidden className="w-3">
            +
          </span>
          <span className="sr-only">After:</span>
          <span className="min-w-0">{after}</span>
        </p>
      </div>
    </div>
  )
}
