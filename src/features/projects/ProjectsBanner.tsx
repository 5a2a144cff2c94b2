import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import type { useProjects } from './use-projects'

/** What of the list is not whole, and why. */
export function ProjectsBanner({ list }: { list: ReturnType<typeof useProjects> }) {
  if (list.projects && list.error) {
    return (
      <Banner
        tone="warning"
        role="status"
        actions={
          <Button size={28} busy={list.isFetching} onClick={list.retry}>
            Read again
          </Button>
        }
      >
        The list could not be read again: {list.error.message} What you see is as it was loaded last.
      </Banner>
    )
  }
  if (!list.projects || !list.countError) return null
  return (
    <Banner tone="warning" role="status">
      Secrets could not be counted: {list.countError.message}
    </Banner>
  )
}
