import { useId } from 'react'
import type { KnownPolicy, PolicyField } from '#/domain/policy-catalog'
import { cx } from '#/ui/cx'
import { Select } from '#/ui/Select'
import { Switch } from '#/ui/Switch'
import { TextField } from '#/ui/TextField'

type Data = Record<string, unknown> | null

interface Props {
  policy: KnownPolicy
  data: Data
  /** As it was read: what differs is marked. */
  base: Data
  problems: ReadonlyMap<string, string>
  isClosed: boolean
  onChange: (data: Record<string, unknown>) => void
}

/** The settings of a policy as a form. Keys that are not known here stay in the data as they are. */
export function PolicyFields({ policy, data, base, problems, isClosed, onChange }: Props) {
  return (
    <div>
      {policy.fields.map((field) => {
        // Minutes mean something only after minutes.
        if (policy.type === 9 && field.key === 'minutes' && (data?.['type'] ?? 'custom') !== 'custom')
          return null
        const was = base?.[field.key] ?? null
        const is = data?.[field.key] ?? null
        return (
          <div
            key={field.key}
            className={cx(
              'border-b border-line py-2',
              was !== is && '-mx-4 bg-accent-softer px-4 [box-shadow:inset_2px_0_0_var(--accent-text)]',
            )}
          >
            <OneField
              field={field}
              value={is}
              problem={problems.get(field.key)}
              isClosed={isClosed}
              onChange={(value) => onChange({ ...data, [field.key]: value })}
            />
            {was !== is && <p className="mt-1 text-meta text-muted">As it was: {valueWords(field, was)}</p>}
          </div>
        )
      })}
    </div>
  )
}

interface OneProps {
  field: PolicyField
  value: unknown
  problem: string | undefined
  isClosed: boolean
  onChange: (value: unknown) => void
}

function OneField({ field, value, problem, isClosed, onChange }: OneProps) {
  const id = useId()
  if (field.kind === 'switch') {
    return (
      <div className="flex items-center gap-4">
        <span className="min-w-0 flex-1">
          <span id={id}>{field.label}</span>
          {field.hint && <span className="block text-meta text-muted">{field.hint}</span>}
        </span>
        <Switch labelledBy={id} checked={value === true} disabled={isClosed} onChange={onChange} />
      </div>
    )
  }
  if (field.kind === 'choice') {
    return (
      <Select
        label={field.label}
        hint={field.hint}
        disabled={isClosed}
        options={field.options.map((option) => ({ value: String(option.value), label: option.label }))}
        value={field.options.some((option) => option.value === value) ? String(value) : ''}
        placeholder={value === null ? 'Not set' : `Not known: ${JSON.stringify(value)}`}
        onChange={(text) =>
          onChange(field.options.find((option) => String(option.value) === text)?.value ?? null)
        }
      />
    )
  }
  if (field.kind === 'number') {
    return (
      <TextField
        label={field.label}
        inputMode="numeric"
        hint={
          field.hint ??
          `${field.min} to ${field.max.toLocaleString('en-GB')}${field.unit ? ` ${field.unit}` : ''}; empty sets none`
        }
        error={problem}
        disabled={isClosed}
        value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
        onChange={(event) => onChange(numberOf(event.target.value))}
      />
    )
  }
  return (
    <TextField
      label={field.label}
      hint={field.hint}
      error={problem}
      disabled={isClosed}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}

/** What is no number stays as it was typed, and is told. */
function numberOf(text: string): number | string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^-?\d{1,9}$/.test(trimmed) ? Number(trimmed) : text
}

function valueWords(field: PolicyField, value: unknown): string {
  if (field.kind === 'switch') return value === true ? 'on' : 'off'
  if (value === null || value === undefined || value === '') return 'not set'
  if (field.kind === 'choice')
    return (
      field.options.find((option) => option.value === value)?.label ?? `${JSON.stringify(value)}, not known`
    )
  return typeof value === 'string' ? value : JSON.stringify(value)
}
