import { PageHeader } from '#/ui/PageHeader'
import { ConnectionSection } from './ConnectionSection'
import { DeviceSection } from './DeviceSection'
import { KeyboardSection } from './KeyboardSection'
import { LookSection } from './LookSection'
import { NamesSection } from './NamesSection'
import { TimersSection } from './TimersSection'

/** What this browser does for whoever uses it. Every change holds at once. */
export function SettingsPage() {
  return (
    <>
      <title>Settings · Strongroom</title>
      <PageHeader
        title="Settings"
        hasLine
        actions={<p className="py-1.5 text-muted">For this browser. Applied at once, nothing to save.</p>}
      />
      <div className="min-h-0 flex-1 overflow-y-auto xl:grid xl:grid-cols-[minmax(0,7fr)_minmax(0,8fr)]">
        <div className="flex flex-col gap-6 p-4 xl:border-r xl:border-line-strong">
          <LookSection />
          <TimersSection />
          <NamesSection />
          <KeyboardSection />
          <ConnectionSection />
        </div>
        <div className="p-4 max-xl:pt-2">
          <DeviceSection />
        </div>
      </div>
    </>
  )
}
