import { KeyCap } from './KeyCap'
import { Sheet } from './Sheet'

export interface KeySection {
  title: string
  keys: readonly { caps: readonly string[]; label: string }[]
}

type KeySheetProps = {
  sections: readonly KeySection[]
  /** Single keys can be switched off in the settings. */
  areSingleKeysOn: boolean
  onClose: () => void
}

/** The keys of this page. It stays open while one works; callers make it from the tables that bind the keys. */
export function KeySheet({ sections, areSingleKeysOn, onClose }: KeySheetProps) {
  return (
    <Sheet title="Keys" width={344} onClose={onClose} takesFocus={false}>
      {!areSingleKeysOn && (
        <p className="mb-4 text-muted">
          Single letters are switched off in the settings. Arrows, Enter and Esc work.
        </p>
      )}
      {sections.map((section) => (
        <section key={section.title} className="mb-6">
          <h3 className="mb-1 text-meta text-muted">{section.title}</h3>
          <dl>
            {section.keys.map(({ caps, label }) => (
              <div key={label} className="flex min-h-8 items-center gap-3 border-b border-line">
                <dt className="order-last flex gap-1">
                  {caps.map((cap) => (
                    <KeyCap key={cap}>{cap}</KeyCap>
                  ))}
                </dt>
                <dd className="min-w-0 flex-1">{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  )
}
