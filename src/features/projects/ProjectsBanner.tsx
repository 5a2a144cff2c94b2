import { StaleBanner } from '#/table/StaleBanner'
import { Banner } from '#/ui/Banner'
import type { useProjects } from './use-projects'

/** What of the list is not whole, and why. */
export function ProjectsBanner({ list }: { list: ReturnType<typeof useProjects> }) {
  if (list.projects && list.error) {
    return <StaleBanner error={list.error} isFetching={list.isFetching} onRetry={list.retry} />
  }
  if (!list.projects || !list.countError) return null
  return (
    <Banner tone="warning" role="status">
      Secrets could not be counted: {list.countError.message}
    </Banner>
  )
}
