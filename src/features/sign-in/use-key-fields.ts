import { useState, type FormEvent } from 'react'

/**
 * Fields that all have to be filled before the way in is tried; what is missing is told from the first try on.
 * `onChange`: what the server said belongs to what was typed then.
 */
export function useKeyFields<Name extends string>(names: Record<Name, string>, onChange?: () => void) {
  const [values, setValues] = useState(names)
  const [isTried, setTried] = useState(false)
  return {
    values,
    change: (name: Name) => (event: { target: { value: string } }) => {
      setValues({ ...values, [name]: event.target.value })
      onChange?.()
    },
    missing: (name: Name, sentence: string) => (isTried && values[name].trim() === '' ? sentence : undefined),
    submit: (go: () => void) => (event: FormEvent) => {
      event.preventDefault()
      setTried(true)
      if (Object.values<string>(values).every((value) => value.trim() !== '')) go()
    },
  }
}
