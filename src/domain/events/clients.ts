import type { EventRow } from './row'

export type ClientKind = 'mobile' | 'extension' | 'desktop' | 'web' | 'sdk' | 'server' | 'cli' | 'unknown'

/** By `deviceType` (event-log.md §6). */
const CLIENTS: readonly [code: number, label: string, kind: ClientKind][] = [
  [0, 'Android app', 'mobile'],
  [1, 'iOS app', 'mobile'],
  [2, 'Chrome extension', 'extension'],
  [3, 'Firefox extension', 'extension'],
  [4, 'Opera extension', 'extension'],
  [5, 'Edge extension', 'extension'],
  [6, 'Windows desktop app', 'desktop'],
  [7, 'macOS desktop app', 'desktop'],
  [8, 'Linux desktop app', 'desktop'],
  [9, 'Web app in Chrome', 'web'],
  [10, 'Web app in Firefox', 'web'],
  [11, 'Web app in Opera', 'web'],
  [12, 'Web app in Edge', 'web'],
  [13, 'Web app in Internet Explorer', 'web'],
  [14, 'Web app in an unrecognised browser', 'web'],
  [15, 'Android app (Amazon build)', 'mobile'],
  [16, 'Windows store app (UWP)', 'desktop'],
  [17, 'Web app in Safari', 'web'],
  [18, 'Web app in Vivaldi', 'web'],
  [19, 'Vivaldi extension', 'extension'],
  [20, 'Safari extension', 'extension'],
  [21, 'SDK', 'sdk'],
  [22, 'Server process', 'server'],
  [23, 'Command line on Windows', 'cli'],
  [24, 'Command line on macOS', 'cli'],
  [25, 'Command line on Linux', 'cli'],
  [26, 'Web app in DuckDuckGo', 'web'],
]

const BY_CODE = new Map(CLIENTS.map(([code, label, kind]) => [code, { label, kind }]))

/**
 * Which client a row came from, in words. A machine account's row is taken as its SDK whatever number it carries, as the
 * official clients do; a number of a newer server is shown as such.
 */
export function clientOf(row: Pick<EventRow, 'deviceType' | 'serviceAccountId'>): {
  label: string
  kind: ClientKind
} {
  if (row.serviceAccountId !== null) return { label: 'Machine client', kind: 'sdk' }
  if (row.deviceType === null) return { label: 'Not recorded', kind: 'unknown' }
  return BY_CODE.get(row.deviceType) ?? { label: `Unknown client (${row.deviceType})`, kind: 'unknown' }
}

const SYSTEM_USERS: Readonly<Record<number, string>> = {
  0: 'An unnamed system process',
  1: 'SCIM provisioning',
  2: 'Domain claiming',
  3: 'A Public API client',
  4: 'Two-step login enforcement',
  5: 'Bitwarden staff',
  6: 'Privileged access',
}

/** Who acted where no person or machine did (event-log.md §7). */
export const systemUserName = (code: number): string => SYSTEM_USERS[code] ?? `System process ${code}`
