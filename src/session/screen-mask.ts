import { isMasked, MASK, MASK_REASON } from '#/lib/mask'
import type { Cover } from './session'

/**
 * Screen-share mode covers names where they enter the page: what the worker answers is masked before any page, cache or
 * form has it, so that a new page cannot forget to. What is masked could be saved over the true name by mistake, so
 * what takes or gives a text is not let through; and what was once masked is never sent, also after the mode is off.
 */
const COVERED = /^(?:names?|text|note|email|value|label|title|subject|organization|detail)$/

/** What a job runs by is never shown as it is: the list of jobs is covered on its way to the eye. */
const KEPT_WHOLE = 'openJob'

/** Calls that only look, and those of jobs, which carry ids. A new one that is not listed is refused, with the reason, until somebody adds it here. */
const LOOKS =
  /^(?:list|load|count|order|ask|probe|lock|signOut|unlock|signIn|sendSignInCode|forget|events[A-Z]|valueOrigins$|readsByMachines$|reloadProfile$|delete|restore|move|remove|sealJob$|openJob$|changeSecret$|purgeSecrets$|copySecret$|overwriteSecret$|findInProject$|isOverwritten$|changeMember$|actOnMembers$|switchOnSecretsManager$|confirmMembers$|readPolicies$|savePolicies$|rememberNames$|closeEventExport$)/

const STALE =
  'This text was hidden by screen-share mode and is not the true one. Load the page anew before you save it.'

/** A sentence where a call must not be sent, else null. */
function refusal(name: string, args: unknown, isOn: boolean): string | null {
  if (isOn && !LOOKS.test(name)) return MASK_REASON
  return holdsMask(args, 0) ? STALE : null
}

function holdsMask(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isMasked(value)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > 6) return false
  return Object.values(value).some((inner) => holdsMask(inner, depth + 1))
}

/** The same data with each name, note and value replaced by the mask, and a short id behind it where one is known. */
export function covered<T>(value: T, shortId = ''): T {
  return cover(value, '', shortId) as T
}

function cover(value: unknown, key: string, shortId: string): unknown {
  if (typeof value === 'string') return value !== '' && COVERED.test(key) ? maskOf(shortId) : value
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return value.map((inner) => cover(inner, key, shortId))
  if (value instanceof Map)
    return new Map([...value].map(([name, inner]) => [name, cover(inner, key, shortId)]))
  const kind: unknown = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) return value
  const own = value as Record<string, unknown>
  if (isColumns(own)) return coverColumns(own)
  const id = shortIdOf(own) ?? shortId
  return Object.fromEntries(
    Object.entries(own).map(([name, inner]) => [name, name === 'server' ? inner : cover(inner, name, id)]),
  )
}

const maskOf = (shortId: string) => (shortId === '' ? MASK : `${MASK} ${shortId}`)

function shortIdOf(own: Record<string, unknown>): string | undefined {
  const id = own['memberId'] ?? own['id'] ?? own['userId']
  return typeof id === 'string' && id.length === 36 ? id.slice(0, 8) : undefined
}

interface Columns {
  count: number
  ids: string
  names: string
  offsets: Uint32Array
}

const isColumns = (own: Record<string, unknown>): own is Columns & Record<string, unknown> =>
  typeof own['names'] === 'string' && typeof own['ids'] === 'string' && own['offsets'] instanceof Uint32Array

/** Names of a list are one joined text. What a search looks through stays, as it is never shown. */
function coverColumns(columns: Columns & Record<string, unknown>): unknown {
  const { count, ids } = columns
  const idLength = ids.length / Math.max(1, count)
  const offsets = new Uint32Array(count + 1)
  const parts: string[] = []
  for (let row = 0; row < count; row += 1) {
    const isEmpty = columns.offsets[row] === columns.offsets[row + 1]
    const name = isEmpty ? '' : maskOf(ids.slice(row * idLength, row * idLength + 8))
    parts.push(name)
    offsets[row + 1] = (offsets[row] ?? 0) + name.length
  }
  return { ...columns, names: parts.join(''), offsets, projects: cover(columns['projects'], 'projects', '') }
}

/** Stays in place once it was made, so that what is stale is caught after the mode is off. */
export function createCover(): Cover & { isOn: boolean } {
  const made = {
    isOn: false,
    refusal: (name: string, args: unknown) => refusal(name, args, made.isOn),
    cover: <T>(value: T, name?: string): T => (made.isOn && name !== KEPT_WHOLE ? covered(value) : value),
  }
  return made
}
