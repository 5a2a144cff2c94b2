import { ApiError } from '#/api/error'
import { utf8Encode } from '#/lib/bytes'
import { organizationKey } from './keys'
import { openText } from './secret-read'
import type { Context } from './vault'

/** Secrets that should have one value: all of one name in two projects. */
export interface ValueGroup {
  key: string
  ids: string[]
}

export interface CompareRequest {
  organizationId: string
  groups: ValueGroup[]
}

export type ValueVerdict =
  | 'same'
  | 'differs'
  /** A value that cannot be decrypted. */
  | 'unreadable'
  /** Deleted meanwhile, or not readable for this account. */
  | 'gone'

export interface ComparePart {
  verdicts: Record<string, ValueVerdict>
  /** Secrets that were read so far, each of them recorded. */
  read: number
}

/** One request, one event a secret. Few enough that a lot which fails costs little. */
const LOT = 50

/**
 * Reads the secrets of each group and tells whether their values are equal. Only verdicts leave the worker; values are
 * compared by their HMAC under a random key that cannot be read out and ends with the session.
 */
export async function compareValues(
  context: Context,
  { organizationId, groups }: CompareRequest,
  call: { signal: AbortSignal; part(part: ComparePart): void },
): Promise<void> {
  let read = 0
  for (const lot of lotsOf(groups)) {
    call.signal.throwIfAborted()
    const marks = await readMarks(
      context,
      organizationId,
      lot.flatMap(({ ids }) => ids),
      call.signal,
    )
    read += marks.size
    const verdicts = Object.fromEntries(lot.map(({ key, ids }) => [key, verdictOf(ids, marks)]))
    call.part({ verdicts, read })
  }
}

function verdictOf(ids: readonly string[], marks: ReadonlyMap<string, string>): ValueVerdict {
  const found = ids.map((id) => marks.get(id))
  if (found.includes(undefined)) return 'gone'
  if (found.includes(UNREADABLE)) return 'unreadable'
  return new Set(found).size === 1 ? 'same' : 'differs'
}

const UNREADABLE = 'unreadable'

/** All that one request may take: a group is not torn apart. */
export function lotsOf(groups: readonly ValueGroup[]): ValueGroup[][] {
  const lots: ValueGroup[][] = []
  let room = 0
  for (const group of groups) {
    if (group.ids.length > room) {
      lots.push([])
      room = LOT
    }
    lots.at(-1)?.push(group)
    room -= group.ids.length
  }
  return lots
}

async function readMarks(
  context: Context,
  organizationId: string,
  ids: string[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const rows = await readRows(context, ids, signal)
  const key = await organizationKey(context.vault, organizationId)
  const blind = await blindKey(context)
  const marks = await Promise.all(
    rows.map(async ({ id, value }) => {
      const opened = await openText(key, value)
      return [id, opened.ok ? await markOf(blind, opened.text) : UNREADABLE] as const
    }),
  )
  return new Map(marks)
}

interface ValueRow {
  id: string
  value: string
}

/** The server refuses a whole lot for one id that is gone, and records nothing of it: then each is asked alone. */
async function readRows(context: Context, ids: string[], signal: AbortSignal): Promise<ValueRow[]> {
  try {
    return (await context.client.call('secretGetByIds', { body: { ids } }, { signal })).data
  } catch (error) {
    if (!isGone(error)) throw error
  }
  const rows = await Promise.all(
    ids.map(async (id) => {
      try {
        return await context.client.call('secretGet', { params: { id } }, { signal })
      } catch (error) {
        if (isGone(error)) return null
        throw error
      }
    }),
  )
  return rows.filter((row) => row !== null)
}

const isGone = (error: unknown) => error instanceof ApiError && error.status === 404

async function markOf(key: CryptoKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, utf8Encode(text))
  return String.fromCharCode(...new Uint8Array(mac))
}

/** Made once a session; dropped with all caches on lock. */
function blindKey({ caches }: Context): Promise<CryptoKey> {
  const known = caches.get('blind key') as Promise<CryptoKey> | undefined
  if (known) return known
  const made = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  caches.set('blind key', made)
  return made
}
