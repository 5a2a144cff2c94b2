const KINDS: [pattern: RegExp, type: number, name: string][] = [
  [/ Firefox\/| Gecko\//, 10, 'firefox'],
  [/ OPR\//, 11, 'opera'],
  [/ Edg\//, 12, 'edge'],
  [/ Vivaldi\//, 18, 'vivaldi'],
  [/ Chrome\//, 9, 'chrome'],
  [/ Safari\//, 17, 'safari'],
]

/** Device type and name as official web clients report them (contract §1.4). */
export function deviceOf(userAgent: string): { deviceType: number; deviceName: string } {
  for (const [pattern, deviceType, deviceName] of KINDS) {
    if (pattern.test(userAgent)) return { deviceType, deviceName }
  }
  return { deviceType: 14, deviceName: 'unknown' }
}
