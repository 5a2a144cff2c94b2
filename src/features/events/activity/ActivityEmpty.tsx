import { Activity as ActivityIcon, CalendarOff, Lock } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import type { OrganizationView } from '#/session/protocol'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import type { ObjectLog } from './use-object-log'

interface Props {
  organization: OrganizationView
  log: ObjectLog
  noun: string
}

/** Nothing happened, nothing is written, not permitted, failed: four things that look alike only from afar. */
export function ActivityEmpty({ organization, log, noun }: Props) {
  if (log.status === 'loading') return <SkeletonRows rows={8} label="Reading the log" />
  if (log.status === 'failed' && log.error)
    return (
      <ErrorPanel
        title="The log could not be read"
        text={log.error.message}
        details={errorReport(log.error)}
        onRetry={log.refresh}
        retryBusy={log.isFetching}
      />
    )
  if (log.status === 'refused')
    return (
      <EmptyState
        icon={Lock}
        title={`You may not read the events of this ${noun}`}
        text="They are there for owners, admins, and custom roles with the right to read event logs. An owner or admin can give it under Members."
      />
    )
  if (!log.isWhole)
    return (
      <EmptyState
        icon={ActivityIcon}
        title="Nothing found so far"
        text="The log goes on: what is older has not been read yet."
      />
    )
  if (!organization.useEvents)
    return (
      <EmptyState
        icon={CalendarOff}
        title="This organization keeps no event log"
        text="Its plan or licence has events switched off, so the server writes none. What happened is not known; it does not mean that nothing did."
      />
    )
  return (
    <EmptyState
      icon={ActivityIcon}
      title="No event in this range"
      text={`The log was read to the end of the range, and holds nothing about this ${noun}. Some acts are never recorded: Coverage lists them.`}
    />
  )
}
