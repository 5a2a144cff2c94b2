import { lazy, Suspense, useState } from 'react'
import { useSettings } from '#/data/settings'
import type { SecretListView } from '#/features/secrets/use-secret-list'
import type { OrganizationView } from '#/session/protocol'
import type { RowSelection } from '#/table/use-selection'
import { useShortcuts } from '#/ui/use-shortcuts'
import { actKeys, type Act } from './acts'

const BulkBar = lazy(() => import('./BulkBar'))

interface Props {
  organization: OrganizationView
  view: SecretListView
  selection: RowSelection
}

/** The bar of what is selected; nothing while nothing is. */
export function Selected(props: Props) {
  return props.selection.count === 0 || !props.view.columns ? null : (
    <Bar {...props} columns={props.view.columns} />
  )
}

function Bar({
  organization,
  view,
  selection,
  columns,
}: Props & { columns: SecretListView['columns'] & object }) {
  const [early, setEarly] = useState<Act | null>(null)
  return (
    <Suspense fallback={<EarlyKeys onAct={setEarly} />}>
      <BulkBar {...{ organization, columns, selection, early }} matching={view.rows.length} />
    </Suspense>
  )
}

/** A key that comes before its bar was loaded is kept for it. */
function EarlyKeys({ onAct }: { onAct: (act: Act) => void }) {
  const { singleKeys } = useSettings()
  useShortcuts(
    actKeys.map(([id, act]) => ({ id, run: () => onAct(act) })),
    singleKeys,
  )
  return null
}
