/** In the order of official web clients: a browser's text names its relatives too, so what is rarer comes first. */
const KINDS: [pattern: RegExp, deviceType: number, deviceName: string][] = [
  [/ (?:Firefox|Gecko)\//, 10, 'firefox'],
  [/ OPR\//, 11, 'opera'],
  [/ Edg\//, 12, 'edge'],
  [/ Vivaldi\//, 18, 'vivaldi'],
  [/Ddg/, 26, 'duckduckgo'],
  [/^(?!.*Chrome).* Safari\//, 17, 'safari'],
  [/ Chrome\//, 9, 'chrome'],
  [/ Trident\//, 13, 'ie'],
]

/**
 * Device type number and device name by the `User-Agent` text, as official web clients send them
 * (identity-and-crypto.md §1.4). They end up in event rows and in the mail about a new device.
 */
export function deviceOf(userAgent: string): { deviceType: number; deviceName: string } {
  const kind = KINDS.find(([pattern]) => pattern.test(userAgent))
  return kind ? { deviceType: kind[1], deviceName: kind[2] } : { deviceType: 14, deviceName: 'unknown' }
}
