import type { Theme } from '#/ui/theme'

interface Colours {
  page: string
  rail: string
  line: string
  bar: string
  text: string
}

// Fixed colours: a card shows its own theme whatever theme is on.
const LIGHT: Colours = { page: '#ffffff', rail: '#f0f0f3', line: '#d9d9e0', bar: '#3e63dd', text: '#8b8d98' }
const DARK: Colours = { page: '#111113', rail: '#212225', line: '#363a3f', bar: '#3e63dd', text: '#8b8d98' }
const CONTRAST: Colours = {
  page: '#ffffff',
  rail: '#ffffff',
  line: '#000000',
  bar: '#1f2d5c',
  text: '#000000',
}

/** A small drawing of the console in the colours of a theme. */
export function ThemePicture({ theme }: { theme: Theme }) {
  const colours = theme === 'dark' ? DARK : theme === 'contrast' ? CONTRAST : LIGHT
  return (
    <svg viewBox="0 0 108 48" aria-hidden className="w-full rounded-chip">
      <Page colours={colours} />
      {theme === 'system' && (
        <>
          <path d="M76 0h32v48H52z" fill={DARK.page} />
          <path d="M69 14h25" stroke={DARK.bar} strokeWidth="3" strokeLinecap="round" />
          <path d="M63 25h31M58 36h10" stroke={DARK.text} strokeWidth="3" strokeLinecap="round" />
        </>
      )}
      <rect x="0.5" y="0.5" width="107" height="47" rx="3.5" fill="none" stroke={colours.line} />
    </svg>
  )
}

function Page({ colours }: { colours: Colours }) {
  return (
    <>
      <rect width="108" height="48" rx="4" fill={colours.page} />
      <path d="M4 0h20v48H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill={colours.rail} />
      <path d="M24.5 0v48" stroke={colours.line} />
      <path d="M34 14h60" stroke={colours.bar} strokeWidth="3" strokeLinecap="round" />
      <path d="M34 25h60M34 36h32" stroke={colours.text} strokeWidth="3" strokeLinecap="round" />
    </>
  )
}
