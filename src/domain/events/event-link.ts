import { EVENT_IDS, type EventRow } from './row'

/**
 * A row has no id: it is linked by its date, its code and a sum over all its other fields. Rows that are equal in every
 * field share their link; nothing tells them apart. The sum holds no name and leads back to none.
 */
export function eventLink(row: EventRow): string {
  const { deviceType, ipAddress, systemUser, domainName } = row
  const fields = [...EVENT_IDS.map((field) => row[field]), deviceType, ipAddress, systemUser, domainName]
  return `${row.date}~${row.type}~${sumOf(JSON.stringify(fields))}`
}

/** FNV-1a, 32 bits: to tell rows of one moment apart, nothing more. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (const character of text) {
    sum ^= character.codePointAt(0) ?? 0
    sum = Math.imul(sum, 0x01000193)
  }
  return (sum >>> 0).toString(16)
}

/** Date of a linked row, as the server wrote it. */
export const linkedDate = (link: string): string => link.split('~', 1)[0] ?? ''
