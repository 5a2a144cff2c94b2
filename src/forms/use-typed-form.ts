import { zodResolver } from '@hookform/resolvers/zod'
import { useController, useForm, useWatch } from 'react-hook-form'
import type { Control, DefaultValues, FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import type { z } from '#/lib/zod'

/** What fields of one form share. */
export type FormControl<T extends FieldValues> = Control<T>

export interface TypedForm<T extends FieldValues> {
  control: FormControl<T>
  /** Runs `act` with what was typed when all of it is in order; else the first bad field gets the focus. */
  submit: (act: (values: T) => void) => void
  /** Shows an error of the server under a field until it is changed. */
  refuse: (field: FieldPath<T>, message: string) => void
  /** Puts another text into every field. */
  fill: (values: T) => void
}

/** A form whose fields are judged by a schema as they change. */
export function useTypedForm<T extends FieldValues>(
  schema: z.ZodMiniType<T, T>,
  initial: DefaultValues<T>,
): TypedForm<T> {
  const form = useForm<T>({ resolver: zodResolver(schema), defaultValues: initial, mode: 'onChange' })
  return {
    control: form.control,
    submit: (act) => void form.handleSubmit((values) => act(values))(),
    refuse: (field, message) => form.setError(field, { type: 'server', message }, { shouldFocus: true }),
    fill: (values) => form.reset(values),
  }
}

/** One field of a form: its value, its error, and where the focus goes when it is bad. */
export function useField<T extends FieldValues, N extends FieldPath<T>>(control: FormControl<T>, name: N) {
  const { field, fieldState } = useController({ control, name })
  return {
    value: field.value,
    onChange: field.onChange as (value: FieldPathValue<T, N>) => void,
    ref: field.ref,
    error: fieldState.error?.message,
  }
}

/** All that is typed, live. */
export function useTyped<T extends FieldValues>(control: FormControl<T>): T {
  return useWatch({ control }) as T
}
