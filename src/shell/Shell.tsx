import '#/ui/all.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { Outlet, useMatches } from '@tanstack/react-router'
import { Fragment, lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { queryClient } from '#/data/query-client'
import { useSettings } from '#/data/settings'
import { useIsCovered, useOpenSession } from '#/session/use-session'
import { cx } from '#/ui/cx'
import { keyHelp } from '#/ui/key-help'
import { LiveRegion } from '#/ui/LiveRegion'
import { Toaster } from '#/ui/Toaster'
import { useShortcuts } from '#/ui/use-shortcuts'
import { useJobs } from '#/jobs/use-jobs'
import { EarlyPalette } from './EarlyPalette'
import { AuditStrip } from './AuditStrip'
import { MachineStrip } from './MachineStrip'
import { NarrowNotice } from './NarrowNotice'
import { NewerVersionStrip } from './NewerVersionStrip'
import { useJobsFrame } from './jobs/use-jobs-frame'
import { Rail } from './Rail'
import { toggleScreenShare } from './screen-share'
import { SkipLink } from './SkipLink'
import { TopBar } from './TopBar'
import { usePageFocus } from './use-page-focus'
import { useServerChanges } from './use-server-changes'
import { useTimeouts } from './use-timeouts'
import { useRecent } from './use-recent'

const Palette = lazy(() => import('./palette/Palette'))
const KeySheet = lazy(() => import('./keys/KeySheet'))
const JobsButton = lazy(() => import('./jobs/JobsButton'))
const UndoBar = lazy(() => import('./jobs/UndoBar'))
const JobsSheet = lazy(() => import('./jobs/JobsSheet'))

/** The frame around every page of an open session: top bar, rail, content. */
export function Shell() {
  return (
    <QueryClientProvider client={queryClient}>
      <Frame />
    </QueryClientProvider>
  )
}

function Frame() {
  const session = useOpenSession()
  const orgId = useMatches({
    select: (matches) => matches.map((m) => (m.params as { orgId?: string }).orgId).find(Boolean),
  })
  const [isRailOpen, setRailOpen] = useState(false)
  const [areJobsOpen, setJobsOpen] = useState(false)
  const hasJobs = useJobs().jobs.length > 0
  // A machine account's session makes no jobs, and has no key that would seal their journal.
  useJobsFrame(session?.machine || session?.audit ? undefined : session?.account.userId)
  useTimeouts(session)
  useServerChanges(session?.server)
  useRecent(session?.account.userId)
  usePageFocus()
  const hasKeys = useSyncExternalStore(keyHelp.subscribe, keyHelp.get)
  const { singleKeys } = useSettings()
  const isCovered = useFreshFrame()
  // What is typed in the palette before its code has come; null: closed.
  const [palette, setPalette] = useState<string | null>(null)
  const openPalette = () => setPalette((early) => early ?? '')
  const closePalette = () => setPalette(null)
  useShortcuts(
    [
      { id: 'palette', run: openPalette },
      { id: 'keys', run: keyHelp.toggle },
      { id: 'screenShare', run: () => void toggleScreenShare() },
    ],
    singleKeys,
  )
  if (!session) return null
  const organization = session.organizations.find((o) => o.id === orgId) ?? null
  return (
    <div data-frame className="flex h-dvh flex-col bg-surface">
      <Fragment key={String(isCovered)}>
        <SkipLink />
        <TopBar
          session={session}
          organization={organization}
          onMenu={() => setRailOpen(true)}
          onPalette={openPalette}
        >
          {hasJobs && (
            <Suspense>
              <JobsButton isOpen={areJobsOpen} onToggle={() => setJobsOpen(!areJobsOpen)} />
            </Suspense>
          )}
        </TopBar>
        <NarrowNotice />
        <NewerVersionStrip />
        {session.machine && <MachineStrip machine={session.machine} />}
        {session.audit && <AuditStrip audit={session.audit} />}
        <div className="flex min-h-0 flex-1">
          {organization && (
            <Rail organization={organization} isOpen={isRailOpen} onClose={() => setRailOpen(false)} />
          )}
          <main id="content" tabIndex={-1} className={cx('flex min-w-0 flex-1 flex-col outline-none')}>
            <Outlet />
            {hasJobs && (
              <Suspense>
                <UndoBar />
              </Suspense>
            )}
          </main>
          {areJobsOpen && (
            <Suspense>
              <JobsSheet onClose={() => setJobsOpen(false)} />
            </Suspense>
          )}
          {hasKeys && (
            <Suspense>
              <KeySheet onClose={keyHelp.toggle} />
            </Suspense>
          )}
        </div>
      </Fragment>
      {palette !== null && organization && (
        <Suspense fallback={<EarlyPalette text={palette} onType={setPalette} onClose={closePalette} />}>
          <Palette organization={organization} early={palette} onClose={closePalette} />
        </Suspense>
      )}
      <Toaster />
      <LiveRegion />
    </div>
  )
}

/** With screen-share mode all is drawn anew, so that nothing on the page outlives what it was given. */
function useFreshFrame(): boolean {
  const isCovered = useIsCovered()
  const drawn = useRef(isCovered)
  useEffect(() => {
    if (drawn.current === isCovered) return
    drawn.current = isCovered
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [isCovered])
  return isCovered
}
