export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Density = 'comfortable' | 'compact'
export type Look = { theme: Theme; density: Density }
export type ThemeName = 'light' | 'dark' | 'hc-light' | 'hc-dark'

/** Which of the four palettes a choice means, given what the system asks for. */
export function themeName(theme: Theme, system: { dark: boolean; moreContrast: boolean }): ThemeName {
  if (theme === 'contrast' || (theme === 'system' && system.moreContrast)) {
    return system.dark ? 'hc-dark' : 'hc-light'
  }
  if (theme === 'system') return system.dark ? 'dark' : 'light'
  return theme
}

let look: Look = { theme: 'system', density: 'comfortable' }
let isWatching = false

/** Call before the first render. Writes data-theme and data-density on <html>, and follows the system from then on. */
export function applyTheme(next: Look) {
  look = next
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(prefers-contrast: more)')
  const write = () => {
    const root = document.documentElement
    root.dataset['theme'] = themeName(look.theme, { dark: dark.matches, moreContrast: contrast.matches })
    root.dataset['density'] = look.density
  }
  write()
  if (isWatching) return
  isWatching = true
  dark.addEventListener('change', write)
  contrast.addEventListener('change', write)
}
