import { useState } from 'react'
import { fromEdited, lineEndsOf, toEdited } from '#/domain/line-ends'
import { measure } from '#/domain/secret-limits'
import type { SecretTexts } from '#/domain/secret-conflict'
import { useField, type FormControl } from '#/forms/use-typed-form'
import { TextArea } from '#/ui/TextArea'
import { Counter } from './Counter'
import { LeaveAsItWas } from './LeaveAsItWas'
import { UnreadableField } from './UnreadableField'

interface Props {
  control: FormControl<SecretTexts>
  isSaving: boolean
  was?: string | null
}

export function NoteField({ control, isSaving, was }: Props) {
  const { ref, value, onChange, error } = useField(control, 'note')
  const [isLeft, setLeft] = useState(false)
  const leave = () => {
    setLeft(true)
    onChange(null)
  }
  const [ends] = useState(() => lineEndsOf(was ?? ''))
  if (value === null)
    return (
      <UnreadableField label="Note" autoFocus={isLeft} isSaving={isSaving} onOverwrite={() => onChange('')} />
    )
  return (
    <TextArea
      ref={ref}
      readOnly={isSaving}
      autoFocus={was === null}
      label="Note"
      rows={4}
      value={toEdited(value, ends)}
      error={error}
      counter={<Counter field="note" measure={measure('note', value)} />}
      hintAside={was === null && <LeaveAsItWas isSaving={isSaving} onClick={leave} />}
      onChange={(text) => onChange(fromEdited(text, ends))}
    />
  )
}
