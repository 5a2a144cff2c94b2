import { useState } from 'react'
import type { SavedView } from '#/session/saved-view'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Dialog } from '#/ui/Dialog'
import { SaveView } from './SaveView'
import { ViewRow } from './ViewRow'

interface Props {
  kept: {
    /** Null: not there yet. */
    views: readonly SavedView[] | null
    error: Error | null
    isSaving: boolean
    add: (view: Pick<SavedView, 'name' | 'text' | 'search'>) => Promise<unknown>
    rename: (id: string, name: string) => void
    remove: (id: string) => void
  }
  /** Of the list that is looked at: "list", "log". */
  noun: string
  text: string
  /** As it stands in the URL. */
  search: Record<string, string>
  onApply: (view: SavedView) => void
  onClose: () => void
}

/** Saved views of a list: kept in this browser, sealed with the person's key. */
export function ViewsDialog({ kept, noun, text, search, onApply, onClose }: Props) {
  const { views, error } = kept
  const [renamed, setRenamed] = useState<string | null>(null)
  const names = (views ?? []).map(({ name }) => name)

  return (
    <Dialog
      title="Saved views"
      description="Kept in this browser for you alone, sealed with your key. Nothing is sent."
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <SaveView
        names={names}
        noun={noun}
        isEmpty={text.trim() === '' && Object.keys(search).length === 0}
        busy={kept.isSaving}
        onSave={async (name) => {
          await kept.add({ name, text, search })
          announce('View saved.')
        }}
      />
      {error && (
        <Callout tone="danger" role="alert" className="mt-3" title="Views could not be kept or opened.">
          {error.message}
        </Callout>
      )}
      {views?.length === 0 && (
        <p className="mt-4 text-muted">
          No view yet. Search or filter the {noun}, then give what you see a name here.
        </p>
      )}
      <ul aria-label="Views" className="mt-4 border-t border-line">
        {views?.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            names={names}
            isRenaming={renamed === view.id}
            onRenaming={(isOn) => setRenamed(isOn ? view.id : null)}
            onApply={() => {
              onApply(view)
              announce(`View ${view.name} applied.`)
              onClose()
            }}
            onRename={(name) => {
              kept.rename(view.id, name)
              setRenamed(null)
            }}
            onDelete={() => {
              kept.remove(view.id)
              announce('View deleted.')
            }}
          />
        ))}
      </ul>
    </Dialog>
  )
}
