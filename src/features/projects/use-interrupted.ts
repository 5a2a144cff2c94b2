import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { waitingDraftsQuery } from '#/data/drafts'
import { canChangeProject } from './can'
import { newProjectPlace, renamePlace } from './dialog-places'
import type { ProjectFacts } from './use-projects'

interface Interrupted {
  orgId: string
  /** Null until they are known. */
  projects: readonly ProjectFacts[] | null
  onCreate?: () => void
  onRename: (project: ProjectFacts) => void
}

/** Opens the dialog that a lock or a reload cut off, once, when the page has come back. */
export function useInterrupted({ orgId, projects, onCreate, onRename }: Interrupted) {
  const isDone = useRef(false)
  const { data: drafts } = useQuery(waitingDraftsQuery())
  useEffect(() => {
    if (!projects || !drafts || isDone.current) return
    isDone.current = true
    const waits = (place: string) => drafts.some((draft) => draft.place === place)
    const renamed = projects.find((p) => canChangeProject(p) === true && waits(renamePlace(orgId, p.id)))
    if (renamed) onRename(renamed)
    else if (onCreate && waits(newProjectPlace(orgId))) onCreate()
  }, [orgId, projects, drafts, onCreate, onRename])
}
