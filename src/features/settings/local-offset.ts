/** How far the zone of this machine is from UTC at a moment: "+02:00". */
export function localOffset(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const two = (n: number) => String(n).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
