import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SkeletonRows } from '#/ui/Skeleton'

/** Stands in while a part of the panel has no data: on its way, or not answered. */
export function LoadState({ query, label }: { query: UseQueryResult; label: string }) {
  if (!query.error) return <SkeletonRows rows={4} columns={['w-2/3']} label={`Loading ${label}`} />
  return (
    <Callout
      tone="danger"
      role="alert"
      title="The demo’s server did not answer."
      actions={
        <Button size={28} busy={query.isFetching} onClick={() => void query.refetch()}>
          Ask again
        </Button>
      }
    >
      Reload the page if it stays so.
    </Callout>
  )
}
