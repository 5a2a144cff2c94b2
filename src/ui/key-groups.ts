import { capsOf, isSingle, KEYS, type KeyId, type KeyPlace } from './keys'

export interface KeyLine {
  id: KeyId
  caps: readonly string[]
  label: string
  isSingle: boolean
  /** Reads a secret, which leaves an event. */
  reads: boolean
}

const places: readonly KeyPlace[] = ['Everywhere', 'In a list', 'On the row', 'On a secret', 'In a form']

/** Entries of the table of keys by the place where they act, in the order of the table; places without any are left out. */
export function keyGroups(
  isWanted: (id: KeyId) => boolean = () => true,
): { where: KeyPlace; lines: KeyLine[] }[] {
  const ids = (Object.keys(KEYS) as KeyId[]).filter(isWanted)
  return places
    .map((where) => ({
      where,
      lines: ids
        .filter((id) => KEYS[id].where === where)
        .map((id) => ({
          id,
          caps: capsOf(id),
          label: KEYS[id].label,
          isSingle: isSingle(id),
          reads: KEYS[id].reads ?? false,
        })),
    }))
    .filter(({ lines }) => lines.length > 0)
}
