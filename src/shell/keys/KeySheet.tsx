import { useSyncExternalStore } from 'react'
import { useSettings } from '#/data/settings'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'
import { activeKeys } from '#/ui/active-keys'
import { keyGroups } from '#/ui/key-groups'
import { KeyCap } from '#/ui/KeyCap'
import { Sheet } from '#/ui/Sheet'

/** The keys of this page: what is bound now, from the table that binds it. It stays open while one works. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { singleKeys } = useSettings()
  const active = useSyncExternalStore(activeKeys.subscribe, activeKeys.get)
  // Keys of every page are bound by the browser or by what is in front.
  const groups = keyGroups((id) => active.has(id) || id === 'next' || id === 'close')
  return (
    <Sheet title="Keys" width={344} onClose={onClose} takesFocus={false}>
      {!singleKeys && (
        <p className="mb-4 text-muted">
          Single letters are switched off in the settings. Arrows, Enter, Esc and keys with Ctrl work.
        </p>
      )}
      {groups.map(({ where, lines }) => (
        <section key={where} className="mb-6">
          <h3 className="mb-1 text-meta text-muted">{where}</h3>
          <dl>
            {lines.map(({ id, caps, label, reads }) => (
              <div key={id} className="flex min-h-8 items-center gap-3 border-b border-line">
                <dt className="order-last flex gap-1">
                  {caps.map((cap) => (
                    <KeyCap key={cap}>{cap}</KeyCap>
                  ))}
                </dt>
                <dd className="min-w-0 flex-1">
                  {label}
                  {reads && `, ${lowerFirst(recordsOne('readSecret'))}`}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  )
}
