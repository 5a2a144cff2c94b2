import { useState } from 'react'
import { measure } from '#/domain/secret-limits'
import type { SecretTexts } from '#/domain/secret-conflict'
import { useField, type FormControl } from '#/forms/use-typed-form'
import { TextField } from '#/ui/TextField'
import { Counter } from './Counter'
import { LeaveAsItWas } from './LeaveAsItWas'
import { UnreadableField } from './UnreadableField'

interface Props {
  control: FormControl<SecretTexts>
  isSaving: boolean
  /** What it was; null where it cannot be decrypted. */
  was: string | null
  autoFocus?: boolean
}

export function NameField({ control, isSaving, was, autoFocus }: Props) {
  const { ref, value, onChange, error } = useField(control, 'name')
  const [isLeft, setLeft] = useState(false)
  const leave = () => {
    setLeft(true)
    onChange(null)
  }
  if (value === null)
    return (
      <UnreadableField label="Name" autoFocus={isLeft} isSaving={isSaving} onOverwrite={() => onChange('')} />
    )
  const spaces = value !== '' && value !== value.trim()
  return (
    <TextField
      ref={ref}
      readOnly={isSaving}
      label="Name"
      mono
      autoFocus={autoFocus || was === null}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      error={error}
      hint={spaces && 'There are spaces at an end. They are kept.'}
      counter={<Counter field="name" measure={measure('name', value)} />}
      hintAside={was === null && <LeaveAsItWas isSaving={isSaving} onClick={leave} />}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
