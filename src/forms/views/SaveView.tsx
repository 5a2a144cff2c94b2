import { useState } from 'react'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { TextField } from '#/ui/TextField'
import { nameProblem } from './view-name'

interface Props {
  names: readonly string[]
  noun: string
  /** The list shows everything: there is nothing to keep. */
  isEmpty: boolean
  busy: boolean
  onSave: (name: string) => Promise<void>
}

export function SaveView({ names, noun, isEmpty, busy, onSave }: Props) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function save() {
    const found = nameProblem(name, names)
    setProblem(found)
    if (found) return
    try {
      await onSave(name.trim())
      setName('')
    } catch {
      // Told below; what was typed stays.
    }
  }

  const covered = useCoveredReason()

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      className="flex items-start gap-2"
    >
      <TextField
        label="Name of this view"
        className="min-w-0 flex-1"
        value={name}
        error={problem ?? undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="submit"
        variant="solid"
        className="mt-6"
        busy={busy}
        disabledReason={covered || (isEmpty && `The ${noun} shows everything. Search or filter it first.`)}
      >
        Save view
      </Button>
    </form>
  )
}
