import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSettings } from '#/data/settings'
import { secretId } from '#/session/secret-columns'
import type { Column } from '#/table/columns'
import { Grid, type GridProps, type ListGridProps } from '#/table/Grid'
import { useNow } from '#/ui/use-now'
import { isRoomy, NarrowSecret, secretColumns, secretIn } from './SecretGridParts'
import { useEditDrafts } from './use-edit-drafts'
import { RowButtons } from './SecretRowButtons'
import type { SecretActs } from './use-secret-acts'
import type { SecretListView } from './use-secret-list'

interface Props extends ListGridProps, Required<Pick<GridProps, 'selection'>> {
  orgId: string
  view: SecretListView
  acts: SecretActs
  /** Inside a project its name is no news. */
  hasProject: boolean
}

const noRow = ''

/** The grid of secrets: cells and acts. What is shown and in which order is the caller's. */
export function SecretGrid({ grid, orgId, view, acts, hasProject, ...rest }: Props) {
  const { density, singleKeys } = useSettings()
  const parts = useRowParts(orgId, view, acts, hasProject)
  const { columns, rows } = view
  return (
    <Grid
      {...rest}
      ref={grid}
      label="Secrets"
      columns={parts.columns}
      rowCount={rows.length}
      rowKey={(row) => (columns ? secretId(columns, rows[row] ?? 0) : noRow)}
      rowLabel={parts.label}
      onOpen={parts.open}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
      narrowRow={parts.narrowRow}
      rowActs={parts.acts}
      isBusy={view.isPartial && view.isFetching}
    />
  )
}

/** All that a row draws, made anew only when the rows or their clock change. */
function useRowParts(orgId: string, view: SecretListView, acts: SecretActs, hasProject: boolean) {
  const { columns: data, rows, terms } = view
  const { timeZone } = useSettings()
  const hrefOf = useSecretHref(orgId)
  const now = useNow()
  const drafts = useEditDrafts(orgId)
  return useMemo(() => {
    const drawn = { data, rows, terms, acts, hrefOf, now, timeZone, hasProject, drafts }
    return {
      open: (row: number) => acts.open(secretIn(drawn, row)),
      label: (row: number) => secretIn(drawn, row).name ?? `secret ${secretIn(drawn, row).id.slice(0, 8)}`,
      columns: secretColumns(drawn),
      acts: (row: number, shown: readonly Column[]) => (
        <RowButtons secret={secretIn(drawn, row)} acts={acts} isRoomy={isRoomy(shown)} />
      ),
      narrowRow: (row: number) => <NarrowSecret drawn={drawn} row={row} />,
    }
  }, [data, rows, terms, acts, hrefOf, now, timeZone, hasProject, drafts])
}

/** Addresses by template: asking the router for each row would cost more than drawing it. */
function useSecretHref(orgId: string): (id: string) => string {
  const router = useRouter()
  return useMemo(() => {
    const { publicHref } = router.buildLocation({
      to: '/orgs/$orgId/secrets/$secretId',
      params: { orgId, secretId: 'SECRET' },
    })
    const template = router.history.createHref(publicHref)
    return (id) => template.replace('SECRET', id)
  }, [router, orgId])
}
