/** What is wrong with a text that stands where an address should. */
export type AddressFault = 'no-at' | 'no-ending' | 'odd' | 'too-long'

export type AddressVerdict =
  | { kind: 'new' }
  /** Stands further up already. */
  | { kind: 'double' }
  | { kind: 'member' }
  | { kind: 'invited' }
  | { kind: 'revoked' }
  | { kind: 'bad'; fault: AddressFault }

export interface AddressEntry {
  /** From 1. */
  line: number
  /** Which of its line it is, from 0. */
  at: number
  /** As it was typed, without what stands around it. */
  text: string
  /** Lower case, as the server keeps it; null where it is none. */
  address: string | null
  verdict: AddressVerdict
  /** Of a domain that no member has. */
  isOutside: boolean
}

/** Who is known, by address in lower case. */
export type KnownAddresses = ReadonlyMap<string, 'member' | 'invited' | 'revoked'>

const MAX_LENGTH = 256
const LOCAL = /^[^\s@,;:<>()[\]\\"\p{Cc}\p{Cf}]+$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u

/** The fault of an address, or null. A little stricter than the server, which refuses 20 for one (organization-api.md 2.3). */
export function addressFault(text: string): AddressFault | null {
  const at = text.lastIndexOf('@')
  if (at === -1) return 'no-at'
  const local = text.slice(0, at)
  const labels = text.slice(at + 1).split('.')
  if (!LOCAL.test(local) || /^\.|\.$|\.\./.test(local)) return 'odd'
  if (!labels.every((label) => LABEL.test(label))) return labels.length < 2 ? 'no-ending' : 'odd'
  if (labels.length < 2 || !/[\p{L}-]{2,}|^xn--/u.test(labels.at(-1) ?? '')) return 'no-ending'
  return text.length > MAX_LENGTH ? 'too-long' : null
}

/**
 * Reads a pasted list: one address a line, or separated by commas, semicolons, tabs or spaces; `Name <address>`; CSV with
 * or without a header, of which the cells with an address count. Names are dropped. A line without any address is
 * one bad entry, so that nothing vanishes.
 */
export function readAddresses(text: string, known: KnownAddresses): AddressEntry[] {
  const seen = new Set<string>()
  const domains = new Set([...known.keys()].map((address) => domainOf(address)))
  return text.split(/\r\n|\r|\n/).flatMap((content, index) =>
    pieces(content, index === 0).map((piece, at): AddressEntry => {
      const fault = addressFault(piece)
      const address = fault ? null : piece.toLowerCase()
      const entry = { line: index + 1, at, text: piece, address }
      if (address === null)
        return { ...entry, verdict: { kind: 'bad', fault: fault ?? 'odd' }, isOutside: false }
      const verdict = verdictOf(address, seen, known)
      seen.add(address)
      return { ...entry, verdict, isOutside: domains.size > 0 && !domains.has(domainOf(address)) }
    }),
  )
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

function verdictOf(address: string, seen: ReadonlySet<string>, known: KnownAddresses): AddressVerdict {
  if (seen.has(address)) return { kind: 'double' }
  return { kind: known.get(address) ?? 'new' }
}

/** What in a line stands for a person. */
function pieces(line: string, isFirst: boolean): string[] {
  const content = line.replaceAll('\uFEFF', '').trim()
  if (content === '') return []
  // In angle brackets stands an address, and what is before it is a name, whatever is in it.
  const words = content
    .replace(/<([^<>]*@[^<>]*)>/g, ', $1, ')
    .split(/[,;\t\s|、，；｜]+/)
    .map((word) => bare(word))
    .filter((word) => word !== '')
  // A name has no point in its middle; what has one was meant as an address.
  const addresses = words.filter((word) => word.includes('@') || /\p{L}{2}\.\p{L}{2}/u.test(word))
  if (addresses.length > 0) return addresses
  return isFirst && isHeader(content) ? [] : words.length > 0 ? [content] : []
}

/** Without quotes (a word processor bends them), brackets, the point of a list and `mailto:`, and the full stop behind it. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^["'(<[“”„‘’‚«»‹›•‣◦▪·]+|["')>\].:“”‘’«»‹›]+$/g, '')
    .replace(/^mailto:/i, '')

/** The first line of a CSV: names of columns, one of them that of the addresses. */
const isHeader = (line: string): boolean =>
  line.split(/[,;\t]/).some((cell) => /^(?:e-?mail(?:[ -]?address)?|mail|address)$/i.test(bare(cell)))

/** Those that can be invited, once each. */
export const newAddresses = (entries: readonly AddressEntry[]): string[] =>
  entries.flatMap(({ verdict, address }) => (verdict.kind === 'new' && address !== null ? [address] : []))
