import { useSettings } from '#/data/settings'
import { KeyCap } from '#/ui/KeyCap'
import { Switch } from '#/ui/Switch'
import { changeSetting } from './change-setting'
import { isSingle, KEYS, type KeyEntry } from './keys'
import { SettingRow } from './SettingRow'

export function KeyboardSection() {
  const { singleKeys } = useSettings()
  return (
    <section aria-labelledby="keyboard">
      <h2 id="keyboard" className="mb-1 text-section font-semibold">
        Keyboard
      </h2>
      <SettingRow label="Single keys" note="Letters act on what is in view; off while typing in any case">
        {(ids) => (
          <Switch
            {...ids}
            checked={singleKeys}
            onChange={(isOn) =>
              changeSetting({ singleKeys: isOn }, `Single keys are ${isOn ? 'on' : 'off'}.`)
            }
          />
        )}
      </SettingRow>
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {KEYS.map(({ where, entries }) => (
          <div key={where}>
            <h3 className="mb-1 text-meta text-muted">{where}</h3>
            <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-y-1">
              {entries.map((entry) => (
                <Entry key={entry.act} entry={entry} hasSingles={singleKeys} />
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

function Entry({ entry: { caps, act }, hasSingles }: { entry: KeyEntry; hasSingles: boolean }) {
  const shown = hasSingles ? caps : caps.filter((cap) => !isSingle(cap))
  return (
    <>
      <dt className="flex flex-wrap items-center gap-1">
        {shown.length > 0 ? shown.map((cap) => <KeyCap key={cap}>{cap}</KeyCap>) : 'Off'}
      </dt>
      <dd>{act}</dd>
    </>
  )
}
