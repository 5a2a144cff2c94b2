import { maxPlaintextBytes } from '#/crypto/enc-string'
import { utf8Encode } from '#/lib/bytes'
import { counted } from '#/lib/counted'

/** Fields that have a limit. `project` and `machine` are names of those. */
export type LimitedField = 'name' | 'value' | 'note' | 'project' | 'machine' | 'group' | 'collection'

interface Limit {
  /** Code points, as people count; the official clients limit what is typed to this. */
  characters: number
  /** Characters of the EncString that the server takes at most. */
  encString: number
}

/** secrets-manager-api.md, "EncString validation". */
export const LIMITS: Record<LimitedField, Limit> = {
  name: { characters: 500, encString: 1_000 },
  value: { characters: 25_000, encString: 35_000 },
  note: { characters: 7_000, encString: 10_000 },
  project: { characters: 500, encString: 1_000 },
  machine: { characters: 500, encString: 1_000 },
  /** In the clear, and so counted in characters alone (organization-api.md 3). */
  group: { characters: 100, encString: 1_000 },
  collection: { characters: 500, encString: 1_000 },
}

export interface Measure {
  characters: number
  bytes: number
  /** Bytes that the server's limit leaves room for. */
  maxBytes: number
  state: 'fine' | 'near' | 'over'
  /** What to do, when it is over. */
  sentence: string | null
}

const NEAR = 0.9

/**
 * Measures a text against its field's limits: characters as the official clients count, and bytes, since the
 * server counts the ciphertext. Nothing is ever cut; what is over is told before it is sent.
 */
export function measure(field: LimitedField, text: string): Measure {
  const limit = LIMITS[field]
  const characters = Array.from(text).length
  const bytes = utf8Encode(text).byteLength
  const most = maxPlaintextBytes(limit.encString)
  const share = Math.max(characters / limit.characters, bytes / most)
  const isOver = share > 1
  return {
    characters,
    bytes,
    maxBytes: most,
    state: isOver ? 'over' : share >= NEAR ? 'near' : 'fine',
    sentence: isOver ? overSentence(characters, limit.characters, bytes, most) : null,
  }
}

const number = (n: number) => n.toLocaleString('en-GB')

function overSentence(characters: number, mostCharacters: number, bytes: number, mostBytes: number): string {
  return characters > mostCharacters
    ? `Shorten it by ${counted(characters - mostCharacters, 'character')}: ${number(mostCharacters)} are taken.`
    : `Shorten it by ${counted(bytes - mostBytes, 'byte')}: encrypted, the server takes ${number(mostBytes)} bytes of text.`
}
