import { useSettings } from '#/data/settings'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'
import { keyGroups, type KeyLine } from '#/ui/key-groups'
import { KeyCap } from '#/ui/KeyCap'
import { Switch } from '#/ui/Switch'
import { changeSetting } from './change-setting'
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
        {keyGroups().map(({ where, lines }) => (
          <div key={where}>
            <h3 className="mb-1 text-meta text-muted">{where}</h3>
            <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-y-1">
              {lines.map((line) => (
                <Entry key={line.id} line={line} hasSingles={singleKeys} />
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

function Entry({
  line: { caps, label, isSingle, reads },
  hasSingles,
}: {
  line: KeyLine
  hasSingles: boolean
}) {
  const shown = hasSingles || !isSingle ? caps : caps.filter((cap) => cap.length > 1 || cap > '~')
  return (
    <>
      <dt className="flex flex-wrap items-center gap-1">
        {shown.length > 0 ? shown.map((cap) => <KeyCap key={cap}>{cap}</KeyCap>) : 'Off'}
      </dt>
      <dd>
        {label}
        {reads && `, ${lowerFirst(recordsOne('readSecret'))}`}
      </dd>
    </>
  )
}
