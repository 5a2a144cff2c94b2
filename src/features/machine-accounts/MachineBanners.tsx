import { StaleBanner } from '#/table/StaleBanner'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import type { MachineList } from './use-machines'

/** What of the list is not whole, and why. */
export function MachineBanners({ list, hasLog }: { list: MachineList; hasLog: boolean }) {
  if (list.rows && list.error)
    return <StaleBanner error={list.error} isFetching={list.isFetching} onRetry={list.retry} />
  if (list.factsError)
    return (
      <Banner
        tone="warning"
        role="status"
        actions={
          <Button size={28} onClick={list.retryFacts}>
            Read again
          </Button>
        }
      >
        Tokens, projects and last acts could not all be read: {list.factsError.message}
      </Banner>
    )
  if (list.waiting !== null)
    return (
      <Banner
        actions={
          <Button size={28} onClick={list.readAll}>
            Read all of them
          </Button>
        }
      >
        Tokens, projects and last acts are not read yet: for so many accounts that takes{' '}
        {list.waiting.toLocaleString('en-GB')} requests, about {Math.ceil(list.waiting / 200)} minutes at a
        server that allows 200 a minute. None of them is recorded.
      </Banner>
    )
  if (list.rows && list.rows.length > 0 && !hasLog)
    return (
      <Banner>This organization keeps no event log, so when a machine was seen last is not known.</Banner>
    )
  return null
}
