import { useQuery } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { deviceQuery, type StoredItem } from '#/data/device'
import { useSettings } from '#/data/settings'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SkeletonRows } from '#/ui/Skeleton'
import { DeviceRow } from './DeviceRow'
import { EraseAllDialog } from './EraseAllDialog'
import { groupsOf, sizeWords } from './stored-groups'

/** What is kept here, as measured in this browser at this moment. */
export function DeviceSection() {
  const settings = useSettings()
  const device = useQuery(deviceQuery(settings))
  const [isAsking, setAsking] = useState(false)
  const items = device.data?.items ?? []
  const total = items.reduce((sum, item) => sum + item.bytes, 0)
  return (
    <section aria-labelledby="device">
      <div className="mb-1 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="device" className="text-section font-semibold">
          On this device
        </h2>
        {device.data && <span className="flex-1 text-muted">{sizeWords(total)}</span>}
        <Button variant="danger" size={28} icon={Eraser} onClick={() => setAsking(true)}>
          Erase all and sign out
        </Button>
      </div>
      <p className="mb-2 text-meta text-muted">
        Never here: master password, keys that open anything, names, values and notes in the clear.
      </p>
      {device.data && device.data.refused.length > 0 && (
        <Callout
          tone="warning"
          className="mb-2"
          title={`Not told by this browser: ${device.data.refused.join(', ')}.`}
        >
          What it keeps there, if anything, is not in this list.
        </Callout>
      )}
      {device.error && (
        <Callout
          tone="danger"
          role="alert"
          title="What this device keeps could not be measured."
          actions={
            <Button size={28} busy={device.isFetching} onClick={() => void device.refetch()}>
              Measure again
            </Button>
          }
        >
          The browser refused to read its own storage.
        </Callout>
      )}
      {device.isPending ? (
        <SkeletonRows rows={5} label="Measuring what this device keeps" />
      ) : (
        <Groups items={items} />
      )}
      {isAsking && <EraseAllDialog items={items} onClose={() => setAsking(false)} />}
    </section>
  )
}

function Groups({ items }: { items: StoredItem[] }) {
  const groups = groupsOf(items)
  if (groups.length === 0) return <p className="border-t border-line py-2">Nothing is kept here.</p>
  return (
    <ul className="border-t border-line">
      {groups.map((group) => (
        <DeviceRow key={group.id} group={group} />
      ))}
    </ul>
  )
}
