import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./themes.css', import.meta.url), 'utf8')
const themes = ['light', 'dark', 'hc-light', 'hc-dark'] as const

function rolesOf(theme: string): Record<string, string> {
  const block = css.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? ''
  const found = block.matchAll(/--([\w-]+): (#\w+);/gu)
  return Object.fromEntries(Array.from(found, (one) => [one[1] ?? '', one[2] ?? '']))
}

/** Red, green, blue and alpha from 0 to 1, of #rgb, #rrggbb or #rrggbbaa. */
function channels(hex: string): [number, number, number, number] {
  const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./gu, '$&$&') : hex.slice(1)
  const at = (index: number) => Number.parseInt(digits.slice(index, index + 2) || 'ff', 16) / 255
  return [at(0), at(2), at(4), at(6)]
}

/** Relative luminance of a colour laid over an opaque one, as WCAG 2.2 defines it. */
function luminance(hex: string, under: string): number {
  const [red, green, blue, alpha] = channels(hex)
  const below = channels(under)
  const linear = [red, green, blue].map((channel, index) => {
    const mixed = channel * alpha + (below[index] ?? 0) * (1 - alpha)
    return mixed <= 0.04045 ? mixed / 12.92 : ((mixed + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
}

function contrast(text: string, ground: string, surface: string): number {
  const pair = [luminance(text, ground), luminance(ground, surface)]
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
}

const regions = ['surface', 'chrome', 'sunken', 'float', 'button']
const tinted = [...regions, 'selection', 'accent-softer', 'hover', 'pressed']
const pairs: [string, readonly string[]][] = [
  [
    'text',
    [
      ...tinted,
      'warning-soft',
      'danger-soft',
      'good-soft',
      'added',
      'added-word',
      'removed',
      'removed-word',
      'mark',
    ],
  ],
  ['text-muted', [...tinted, 'warning-soft', 'danger-soft', 'good-soft']],
  ['accent-text', [...regions, 'selection', 'accent-softer']],
  ['danger', [...regions, 'danger-soft', 'hover']],
  ['warning', [...regions, 'warning-soft', 'selection']],
  ['good', [...regions, 'good-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-danger', ['danger-solid', 'danger-hover']],
]

test.each(themes)('text of every role can be read in %s', (theme) => {
  const roles = rolesOf(theme)
  const wanted = theme.startsWith('hc') ? 7 : 4.5
  const colour = (role: string) => roles[role] ?? expect.fail(`no role ${role} in ${theme}`)
  const weak = pairs.flatMap(([text, grounds]) =>
    grounds
      .map((ground) => ({
        pair: `${text} on ${ground}`,
        ratio: contrast(colour(text), colour(ground), colour('surface')),
      }))
      .filter(({ ratio }) => ratio < wanted)
      .map(({ pair, ratio }) => `${pair} ${ratio.toFixed(2)}`),
  )
  expect(weak).toEqual([])
})

test.each(themes)('edges of controls and what is told by shape can be seen in %s', (theme) => {
  const roles = rolesOf(theme)
  const surface = roles['surface'] ?? ''
  for (const role of ['control', 'accent', 'accent-text', 'warning-icon', 'danger', 'good']) {
    expect(contrast(roles[role] ?? '', surface, surface), role).toBeGreaterThanOrEqual(3)
  }
})

test('all themes have the same roles', () => {
  for (const theme of themes) expect(Object.keys(rolesOf(theme))).toEqual(Object.keys(rolesOf('light')))
})
