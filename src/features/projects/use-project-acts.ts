import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RowKey } from '#/table/Grid'
import { copyName, copyText } from '#/ui/copy-text'
import { showToast } from '#/ui/toast-store'
import { canChangeProject } from './can'
import type { ProjectFacts } from './use-projects'

export interface ProjectActs {
  open: (project: ProjectFacts) => void
  rename: (project: ProjectFacts) => void
  remove: (project: ProjectFacts) => void
  copyName: (project: ProjectFacts) => void
  copyId: (project: ProjectFacts) => void
}

export type Asked = { act: 'rename' | 'delete'; project: ProjectFacts }

/** What can be done with a row, by key, button or menu. `ask` opens a dialog; it has to be the same each time. */
export function useProjectActs(orgId: string, ask: (asked: Asked) => void): ProjectActs {
  const navigate = useNavigate()
  return useMemo(() => {
    const guarded = (act: Asked['act']) => (project: ProjectFacts) => {
      const verdict = canChangeProject(project)
      if (verdict === true) ask({ act, project })
      else showToast(verdict.no, { tone: 'danger' })
    }
    return {
      open: (project) =>
        void navigate({ to: '/orgs/$orgId/projects/$projectId', params: { orgId, projectId: project.id } }),
      rename: guarded('rename'),
      remove: guarded('delete'),
      copyName: (project) => copyName(project.name),
      copyId: (project) => copyText(project.id, 'Id copied'),
    }
  }, [navigate, orgId, ask])
}

/** Single keys on the row under the cursor. */
export function useProjectKeys(rows: readonly ProjectFacts[], acts: ProjectActs): readonly RowKey[] {
  return useMemo(() => {
    const on = (act: (project: ProjectFacts) => void) => (row: number) => {
      const project = rows[row]
      if (project) act(project)
    }
    return [
      { id: 'rowRename', run: on(acts.rename) },
      { id: 'rowCopyName', run: on(acts.copyName) },
    ]
  }, [rows, acts])
}
