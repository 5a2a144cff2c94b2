/** An address in bytes: 4 of IPv4, 16 of IPv6 (an IPv4 address inside IPv6 counts as IPv4). Null where it is none. */
function bytesOf(text: string): number[] | null {
  if (!text.includes(':')) return ipv4(text)
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const inner = tail?.[2] === undefined ? null : ipv4(tail[2])
  if (tail && !inner) return null
  const hex = tail && inner ? `${tail[1]}${words(inner)}` : text
  const halves = hex.replace(/%.*$/, '').split('::')
  if (halves.length > 2) return null
  const [head = [], end = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - end.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...end]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  const bytes = groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255])
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  return isMapped ? bytes.slice(12) : bytes
}

function ipv4(text: string): number[] | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null
  return parts.map(Number)
}

const words = ([a = 0, b = 0, c = 0, d = 0]: number[]) =>
  `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`

/** True for `203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`. */
export const isAddressRange = (text: string): boolean => rangeOf(text) !== null

function rangeOf(text: string): { bytes: number[]; bits: number } | null {
  const [address = '', prefix, ...more] = text.split('/')
  const bytes = bytesOf(address)
  if (!bytes || more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return null
  const bits = prefix === undefined ? bytes.length * 8 : Number(prefix)
  return bits <= bytes.length * 8 ? { bytes, bits } : null
}

/** Whether an address lies in a range (CIDR), or is the same address otherwise written. Text that is no address equals itself. */
export function addressTest(range: string): (address: string) => boolean {
  const wanted = rangeOf(range)
  if (!wanted) return (address) => address.toLowerCase() === range.toLowerCase()
  return (address) => {
    const bytes = bytesOf(address)
    if (!bytes || bytes.length !== wanted.bytes.length) return false
    return bytes.every((byte, index) => {
      const bits = Math.max(0, Math.min(8, wanted.bits - index * 8))
      const mask = (0xff00 >> bits) & 255
      return (byte & mask) === ((wanted.bytes[index] ?? 0) & mask)
    })
  }
}
