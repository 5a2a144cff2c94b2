import { FileClock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorReport } from '#/api/error-report'
import { useSettings } from '#/data/settings'
import { dayOf } from '#/domain/time-words'
import { ActivityEmpty } from '#/features/events/activity/ActivityEmpty'
import type { OrganizationView } from '#/session/protocol'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { StoryFacts } from './StoryFacts'
import { StoryLanes } from './StoryLanes'
import { StoryTable } from './StoryTable'
import { useSecretTimes, useStory } from './use-story'

interface Props {
  organization: OrganizationView
  secretId: string
  faces: ReactNode
}

/** The life of one secret from its creation. */
export function Story({ organization, secretId, faces }: Props) {
  const times = useSecretTimes(organization.id, secretId)
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col pt-1.5">
      <Toolbar>
        {faces}
        <p className="min-w-0 flex-1 text-meta text-muted">
          Every value it had, who read it while it was valid, and when it was out of your hands.
        </p>
      </Toolbar>
      {times ? (
        <Told organization={organization} secretId={secretId} times={times} />
      ) : (
        <SkeletonRows rows={8} label="Reading the story" />
      )}
    </div>
  )
}

interface ToldProps {
  organization: OrganizationView
  secretId: string
  times: { created: number; changed: number }
}

function Told({ organization, secretId, times }: ToldProps) {
  const { timeZone } = useSettings()
  const view = useStory(organization, secretId, times)
  const { log, names, story } = view
  const [wanted, setWanted] = useState<number | null>(null)
  if (view.error)
    return (
      <ErrorPanel
        title="The versions could not be read"
        text={view.error.message}
        details={errorReport(view.error)}
        onRetry={view.retry}
      />
    )
  if (log.status !== 'read') return <ActivityEmpty organization={organization} log={log} noun="secret" />
  if (!story) return <SkeletonRows rows={8} label="Reading the story" />
  const chosen = Math.min(wanted ?? story.values.length, story.values.length)
  const value = story.values[chosen - 1]
  return (
    <>
      <div className="flex min-h-0 flex-1 max-xl:flex-col max-xl:overflow-y-auto">
        <div className="min-w-0 flex-1 xl:overflow-y-auto">
          <StoryLanes
            {...{ story, names, timeZone, chosen }}
            rows={log.rows}
            onChoose={setWanted}
            isMore={log.isMore}
            onMore={log.more}
          />
          {story.values.length === 0 ? (
            <EmptyState
              icon={FileClock}
              title="The server keeps no version of it"
              text={
                view.hasNoVersions
                  ? 'It offers no versions, so which values it had is not known. Its reads stand above.'
                  : 'Its value was never changed by a client that says so, so its first value may still be the current one. Its reads stand above.'
              }
            />
          ) : (
            <StoryTable {...{ story, names, timeZone, chosen }} onChoose={setWanted} />
          )}
        </div>
        {value && (
          <StoryFacts
            {...{ story, value, names, timeZone, secretId }}
            orgId={organization.id}
            onChoose={setWanted}
          />
        )}
      </div>
      <StatusLine end={<span>{lookWords(view.isReadRecorded)}</span>}>
        <span role="status">
          <strong className="font-medium text-text">{story.reads.toLocaleString('en-GB')} reads</strong>{' '}
          {log.isWhole ? 'since its creation' : `since ${dayOf(story.since, timeZone)}`}
        </span>
        <span>? was not loaded or cannot be told; it is not zero</span>
        {view.mayBeIncomplete && <span>The server keeps ten versions: there may have been older ones</span>}
        {!organization.useEvents && <span>This organization keeps no event log now</span>}
      </StatusLine>
    </>
  )
}

const lookWords = (isReadRecorded: boolean) =>
  isReadRecorded
    ? 'This server records the look at its versions as a read'
    : 'Reading this page records nothing'
