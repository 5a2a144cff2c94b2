import { useState } from 'react'
import { useSettings } from '#/data/settings'
import { RadioCards } from '#/ui/RadioCards'
import { Segmented } from '#/ui/Segmented'
import type { Theme } from '#/ui/theme'
import { useMedia } from '#/ui/use-media'
import { changeSetting } from './change-setting'
import { localOffset } from './local-offset'
import { SettingRow } from './SettingRow'
import { ThemePicture } from './ThemePicture'

const THEMES: Record<Theme, string> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
}

export function LookSection() {
  const { theme, density, timeZone } = useSettings()
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const [offset] = useState(() => localOffset(new Date()))
  return (
    <section aria-labelledby="look">
      <h2 id="look" className="mb-3 text-section font-semibold">
        Look
      </h2>
      <RadioCards
        label="Theme"
        hideLabel
        layout="cards"
        className="mb-2"
        value={theme}
        options={(Object.keys(THEMES) as Theme[]).map((value) => ({
          value,
          label: THEMES[value],
          picture: <ThemePicture theme={value} />,
        }))}
        onChange={(next) => changeSetting({ theme: next }, `Theme: ${THEMES[next]}.`)}
      />
      <SettingRow label="Density" note="36 px or 28 px a row; two-line rows stay">
        <Segmented
          label="Density"
          value={density}
          options={[
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'compact', label: 'Compact' },
          ]}
          onChange={(next) => changeSetting({ density: next }, `Density: ${next}.`)}
        />
      </SettingRow>
      <SettingRow label="Time" note="Relative in lists, the whole date on hover">
        <Segmented
          label="Time"
          value={timeZone}
          options={[
            { value: 'utc', label: 'UTC' },
            { value: 'local', label: `Local, ${offset}` },
          ]}
          onChange={(next) =>
            changeSetting({ timeZone: next }, `Times are shown in ${next === 'utc' ? 'UTC' : 'local time'}.`)
          }
        />
      </SettingRow>
      <SettingRow
        label="Motion"
        note={
          isStill
            ? 'The system asks for none: nothing moves'
            : 'The system allows it: what enters moves briefly'
        }
      >
        <p className="text-muted">Follows the system</p>
      </SettingRow>
    </section>
  )
}
