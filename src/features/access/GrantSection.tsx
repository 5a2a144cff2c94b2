import { Plus } from 'lucide-react'
import type { PolicyTarget } from '#/session/access-types'
import { Button } from '#/ui/Button'
import { ADD_WORDS, EMPTY_WORDS, ON_WORDS } from './grant-words'
import { GrantTable } from './GrantTable'
import type { Names } from './names'
import type { useGrantEdit } from './use-grant-edit'

interface Props {
  target: PolicyTarget
  edit: ReturnType<typeof useGrantEdit>
  names: Names
  isSaving: boolean
  onAdd: () => void
}

export function GrantSection({ target, edit, names, isSaving, onAdd }: Props) {
  return (
    <section aria-labelledby="grants">
      <div className="flex min-h-13 flex-wrap items-center gap-2 px-4 py-2">
        <h2 id="grants" className="text-section font-semibold">
          {target.kind === 'granted' ? 'Projects' : 'Direct grants'}
        </h2>
        <span className="min-w-0 flex-1 text-meta text-muted">
          <span className="mr-2 text-body tabular-nums">{edit.base.length}</span>
          {ON_WORDS[target.kind]}
        </span>
        <Button
          size={28}
          icon={Plus}
          disabledReason={isSaving && 'The changes are being saved.'}
          onClick={onAdd}
        >
          {ADD_WORDS[target.kind]}
        </Button>
      </div>
      {edit.rows.length > 0 ? (
        <GrantTable
          target={target}
          rows={edit.rows}
          names={names}
          isSaving={isSaving}
          onSet={({ kind, id }, right) => edit.set({ kind, id, right })}
        />
      ) : (
        <p className="border-y border-line px-4 py-3 text-muted">{EMPTY_WORDS[target.kind]}</p>
      )}
    </section>
  )
}
