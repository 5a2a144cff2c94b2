import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { changeViews, viewsQuery } from '#/data/views'
import type { SavedView } from '#/session/saved-view'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Dialog } from '#/ui/Dialog'
import { SaveView } from './SaveView'
import { ViewRow } from './ViewRow'

interface Props {
  orgId: string
  text: string
  onText: (text: string) => void
  /** As it stands in the URL. */
  search: Record<string, string>
  onClose: () => void
}

/** Saved views of the list: kept in this browser, sealed with the person's key. */
export default function ViewsDialog({ orgId, text, onText, search, onClose }: Props) {
  const navigate = useNavigate()
  const views = useQuery(viewsQuery(orgId))
  const change = useMutation(changeViews(useQueryClient(), orgId))
  const [renamed, setRenamed] = useState<string | null>(null)
  const names = (views.data ?? []).map(({ name }) => name)

  function apply(view: SavedView) {
    onText(view.text)
    void navigate({ to: '/orgs/$orgId/secrets', params: { orgId }, search: view.search, replace: true })
    announce(`View ${view.name} applied.`)
    onClose()
  }

  return (
    <Dialog
      title="Saved views"
      description="Kept in this browser for you alone, sealed with your key. Nothing is sent."
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <SaveView
        names={names}
        isEmpty={text.trim() === '' && Object.keys(search).length === 0}
        busy={change.isPending}
        onSave={async (name) => {
          const view = { id: crypto.randomUUID(), name, text, search }
          await change.mutateAsync((old) => [...old, view])
          announce('View saved.')
        }}
      />
      {(change.error ?? views.error) && (
        <Callout tone="danger" role="alert" className="mt-3" title="Views could not be kept or opened.">
          {(change.error ?? views.error)?.message}
        </Callout>
      )}
      {views.data?.length === 0 && (
        <p className="mt-4 text-muted">
          No view yet. Search or filter the list, then give what you see a name here.
        </p>
      )}
      <ul aria-label="Views" className="mt-4 border-t border-line">
        {views.data?.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            names={names}
            isRenaming={renamed === view.id}
            onRenaming={(isOn) => setRenamed(isOn ? view.id : null)}
            onApply={() => apply(view)}
            onRename={(name) => {
              change.mutate((old) => old.map((each) => (each.id === view.id ? { ...each, name } : each)))
              setRenamed(null)
            }}
            onDelete={() => {
              change.mutate((old) => old.filter((each) => each.id !== view.id))
              announce('View deleted.')
            }}
          />
        ))}
      </ul>
    </Dialog>
  )
}
