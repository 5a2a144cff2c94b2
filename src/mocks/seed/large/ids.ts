export type LargeKind = 'secret' | 'project' | 'member' | 'group' | 'event' | 'policy'

const kinds: Record<LargeKind, string> = {
  secret: '5ec0',
  project: '9a0e',
  member: '3e3b',
  group: '6a0f',
  event: 'e0e7',
  policy: 'acce',
}

/** Ids that carry their number, so that what was left out of a row can be computed again from its id alone. */
export function largeId(kind: LargeKind, index: number): string {
  const mixed = (Math.imul(index + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')
  return `${mixed}-${kinds[kind]}-4a4a-8b8b-${index.toString(16).padStart(12, '0')}`
}

/** The number in an id of this seed; null for rows that were made later. */
export function largeIndex(kind: LargeKind, id: string): number | null {
  const index = Number.parseInt(id.slice(24), 16)
  return id === largeId(kind, index) ? index : null
}
