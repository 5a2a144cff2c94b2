import { useState } from 'react'
import type { FoundDraft } from './draft-keeper'
import { useDraft } from './use-draft'

interface Options<Edit, Outcome, Now> {
  /** Where the draft is kept: the path of the dialog. */
  place: string
  /** The draft that waited there. */
  found: FoundDraft<string> | null
  /** Without a change, as the server has it now. */
  read: Edit
  isChanged: (edit: Edit) => boolean
  save: (edit: Edit) => Promise<Outcome | { outcome: 'conflict'; now: Now }>
  /** The edit after somebody else's save: seen is what is now, the changes stay. */
  rebased: (edit: Edit, now: Now) => Edit
  onSaved: (outcome: Outcome) => void
  /** What an earlier attempt said no longer counts. */
  onChange: () => void
}

/**
 * A change of something that the server takes only as a whole: kept as a sealed draft, saved onto what the server has
 * then, and put onto what somebody else saved meanwhile where both touched the same. `save` may fail; its owner tells
 * that beside the button, and what was changed stays.
 */
export function useMergedEdit<Edit, Outcome extends { outcome: string }, Now>(
  options: Options<Edit, Outcome, Now>,
) {
  const { place, found, read, isChanged, save, rebased, onSaved, onChange } = options
  const draft = useDraft<string>(place, found)
  const [edit, setEdit] = useState(() => parsed(found) as Edit | null)
  const [hasConflict, setConflict] = useState(false)
  const now = edit ?? read

  function change(next: Edit) {
    const isKept = isChanged(next)
    setEdit(isKept ? next : null)
    draft.change(isKept ? JSON.stringify(next) : null)
    onChange()
  }

  return {
    edit: now,
    isTouched: edit !== null,
    hasConflict,
    change,
    discard: () => {
      setConflict(false)
      change(read)
    },
    save: async () => {
      setConflict(false)
      try {
        const result = await save(now)
        if (isConflict(result)) {
          const next = rebased(now, result.now)
          setEdit(next)
          draft.change(JSON.stringify(next))
          setConflict(true)
          return
        }
        setEdit(null)
        await draft.finish()
        onSaved(result)
      } catch {
        // Told beside the button.
      }
    },
  }
}

const isConflict = <Now>(
  result: { outcome: string } | { outcome: 'conflict'; now: Now },
): result is { outcome: 'conflict'; now: Now } => result.outcome === 'conflict'

function parsed(found: FoundDraft<string> | null): unknown {
  try {
    return found ? JSON.parse(found.content) : null
  } catch {
    return null
  }
}
