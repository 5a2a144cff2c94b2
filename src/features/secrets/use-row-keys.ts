import { useMemo } from 'react'
import type { RowKey } from '#/table/Grid'
import { secretAt } from './secret-row'
import type { SecretActs } from './use-secret-acts'
import type { SecretListView } from './use-secret-list'

/** Single keys on the row under the cursor. */
export function useRowKeys({ columns, rows }: SecretListView, acts: SecretActs): readonly RowKey[] {
  return useMemo(() => {
    const on = (act: (secret: ReturnType<typeof secretAt>) => void) => (row: number) =>
      columns && act(secretAt(columns, rows[row] ?? 0))
    return [
      { key: 'c', label: 'Copy the value (recorded)', run: on(acts.copyValue) },
      { key: 'n', label: 'Copy the name', run: on(acts.copyName) },
      { key: 'e', label: 'Edit', run: on(acts.edit) },
      { key: 'v', label: 'Versions', run: on(acts.versions) },
    ]
  }, [columns, rows, acts])
}
