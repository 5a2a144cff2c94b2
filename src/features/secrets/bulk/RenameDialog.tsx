import { PencilLine } from 'lucide-react'
import { useMemo, useState } from 'react'
import { noPattern, planRename, type PlannedRename, type RenamePattern } from '#/domain/rename-pattern'
import { secretsWord } from '#/features/secrets/SecretListStatus'
import { BulkDialog } from '#/jobs/BulkDialog'
import type { PreviewRow } from '#/jobs/BulkPreview'
import { kind, type Rename } from '#/jobs/kinds/secrets-rename'
import { Checkbox } from '#/ui/Checkbox'
import { Segmented } from '#/ui/Segmented'
import { TextField } from '#/ui/TextField'
import type { BulkProps } from './BulkBar'
import { closedTo, secretNoun } from './bulk-rows'

const LETTERS = [
  { value: 'keep', label: 'As they are' },
  { value: 'upper', label: 'UPPER' },
  { value: 'lower', label: 'lower' },
] as const

export function RenameDialog({ organization, secrets, isTaken, onClose, onStarted }: BulkProps) {
  const [pattern, setPattern] = useState(noPattern)
  const [takesDoubles, setTakesDoubles] = useState(false)
  const change = (next: Partial<RenamePattern>) => setPattern({ ...pattern, ...next })
  const open = useMemo(() => secrets.filter((secret) => closedTo(secret) === null), [secrets])
  const plan = useMemo(() => {
    const closed = new Set(secrets.filter((secret) => closedTo(secret) !== null).map(({ name }) => name))
    const planned = planRename(open, pattern, (name) => closed.has(name) || isTaken(name))
    return new Map(planned.map((row) => [row.id, row]))
  }, [secrets, open, isTaken, pattern])
  const doubles = [...plan.values()].filter(({ verdict }) => verdict === 'double').length
  const rows = secrets.map((secret): PreviewRow => {
    const planned = plan.get(secret.id)
    const skip = closedTo(secret) ?? (planned ? skipWords(planned, takesDoubles) : null)
    return { id: secret.id, name: secret.name, change: planned ? `→ ${planned.to}` : '', skip }
  })
  const field = { mono: true, autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const

  return (
    <BulkDialog
      title={`Rename ${secretsWord(secrets.length)}`}
      icon={PencilLine}
      verb="Rename"
      kind={kind}
      isLogClosed={!organization.canReadEvents}
      noun={secretNoun}
      rows={rows}
      request={(ids) => ({
        kind: 'secrets.rename',
        organizationId: organization.id,
        items: [...plan.values()].flatMap(({ id, from, to }) =>
          from !== null && ids.has(id) ? [{ id, label: from, content: { from, to } satisfies Rename }] : [],
        ),
      })}
      consequences={
        <>
          <li>Whoever reads by name finds the new name only. Ids stay.</li>
          <li>
            Each is read again right before it is written; what somebody renamed meanwhile is left alone.
          </li>
        </>
      }
      onClose={onClose}
      onStarted={onStarted}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          {...field}
          label="Find"
          hint="As it stands, each time"
          value={pattern.find}
          onChange={(event) => change({ find: event.target.value })}
        />
        <TextField
          {...field}
          label="Replace with"
          value={pattern.replace}
          onChange={(event) => change({ replace: event.target.value })}
        />
        <TextField
          {...field}
          label="Put before"
          value={pattern.before}
          onChange={(event) => change({ before: event.target.value })}
        />
        <TextField
          {...field}
          label="Put after"
          value={pattern.after}
          onChange={(event) => change({ after: event.target.value })}
        />
      </div>
      <Segmented
        label="Letters"
        showLabel
        options={LETTERS}
        value={pattern.letters}
        onChange={(letters) => change({ letters })}
      />
      {doubles > 0 && (
        <Checkbox
          label={`Rename the ${doubles.toLocaleString('en-GB')} that become doubles too`}
          hint="The server takes doubles; whoever reads by name gets one of them."
          checked={takesDoubles}
          onChange={(event) => setTakesDoubles(event.target.checked)}
        />
      )}
    </BulkDialog>
  )
}

function skipWords({ verdict, to }: PlannedRename, takesDoubles: boolean): string | null {
  switch (verdict) {
    case 'changes':
      return null
    case 'double':
      return takesDoubles ? null : `Would be a second ${to}`
    case 'same':
      return 'The pattern leaves it as it is'
    case 'blank':
      return 'Nothing would be left of its name'
    case 'too long':
      return 'Its name would be longer than 500 characters'
    case 'spoiled':
      return 'Its name cannot be decrypted'
  }
}
