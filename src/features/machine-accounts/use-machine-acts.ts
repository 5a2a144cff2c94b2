import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RowKey } from '#/table/Grid'
import { copyName, copyText } from '#/ui/copy-text'
import { showToast } from '#/ui/toast-store'
import { canChangeMachine } from './can'
import type { MachineRow } from './machine-row'

export interface MachineActs {
  open: (machine: MachineRow) => void
  rename: (machine: MachineRow) => void
  remove: (machine: MachineRow) => void
  copyName: (machine: MachineRow) => void
  copyId: (machine: MachineRow) => void
}

export type Asked = { act: 'rename' | 'delete'; machine: MachineRow }

/** What can be done with a row, by key, button or menu. `ask` opens a dialog; it has to be the same each time. */
export function useMachineActs(orgId: string, ask: (asked: Asked) => void): MachineActs {
  const navigate = useNavigate()
  return useMemo(() => {
    const guarded = (act: Asked['act']) => (machine: MachineRow) => {
      const verdict = canChangeMachine(machine)
      if (verdict === true) ask({ act, machine })
      else showToast(verdict.no, { tone: 'danger' })
    }
    return {
      open: (machine) =>
        void navigate({
          to: '/orgs/$orgId/machine-accounts/$machineId',
          params: { orgId, machineId: machine.id },
        }),
      rename: guarded('rename'),
      remove: guarded('delete'),
      copyName: (machine) => copyName(machine.name),
      copyId: (machine) => copyText(machine.id, 'Id copied'),
    }
  }, [navigate, orgId, ask])
}

/** Single keys on the row under the cursor. */
export function useMachineKeys(rows: readonly MachineRow[], acts: MachineActs): readonly RowKey[] {
  return useMemo(() => {
    const on = (act: (machine: MachineRow) => void) => (row: number) => {
      const machine = rows[row]
      if (machine) act(machine)
    }
    return [
      { id: 'rowRename', run: on(acts.rename) },
      { id: 'rowCopyName', run: on(acts.copyName) },
    ]
  }, [rows, acts])
}
