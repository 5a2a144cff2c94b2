import '#/ui/all.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { queryClient } from '#/data/query-client'
import { Button } from '#/ui/Button'
import { Segmented } from '#/ui/Segmented'
import { Sheet } from '#/ui/Sheet'
import { DataTab } from './DataTab'
import { FaultsTab } from './FaultsTab'
import { MailTab } from './MailTab'
import { PeopleTab } from './PeopleTab'
import { RequestsTab } from './RequestsTab'

const TABS = [
  { value: 'people', label: 'People' },
  { value: 'faults', label: 'Faults' },
  { value: 'mail', label: 'Mail' },
  { value: 'requests', label: 'Requests' },
  { value: 'data', label: 'Data' },
] as const

type Tab = (typeof TABS)[number]['value']

// At the foot of the rail, where no page has anything; without a rail above the bar of acts.
const place =
  'fixed z-10 shadow-float max-sm:right-4 max-sm:bottom-44 sm:bottom-20 sm:left-2 max-lg:size-8 max-lg:px-0 max-sm:size-11'

/** The levers of the imitation server, on every page of the demo and in no other build. */
export function DemoPanel() {
  const [isOpen, setOpen] = useState(false)
  const [tab, setTab] = useState<Tab>('people')
  return (
    <>
      <Button
        size={28}
        icon={FlaskConical}
        aria-expanded={isOpen}
        className={place}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="max-lg:sr-only">Demo</span>
      </Button>
      {isOpen && (
        <Sheet title="Demo" width={440} isOver onClose={() => setOpen(false)}>
          <QueryClientProvider client={queryClient}>
            <p className="mb-3 text-muted">
              Levers of the imitation server. They act on the server alone; the console is the same as
              everywhere.
            </p>
            <Segmented
              label="Part of the demo"
              size={28}
              fill
              className="mb-4"
              options={TABS}
              value={tab}
              onChange={setTab}
            />
            {tab === 'people' && <PeopleTab onSwitch={() => setOpen(false)} />}
            {tab === 'faults' && <FaultsTab />}
            {tab === 'mail' && <MailTab />}
            {tab === 'requests' && <RequestsTab />}
            {tab === 'data' && <DataTab />}
          </QueryClientProvider>
        </Sheet>
      )}
    </>
  )
}
