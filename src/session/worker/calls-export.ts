import type { NameList } from '#/domain/events/export/export-names'
import type { ExportRequest } from '#/session/export-types'
import { SessionError } from '#/session/session-error'
import type { Call } from './call'
import type { EventExport } from './event-export'
import type { Context } from './vault'

/** Keys of names that are sent to the page at once. */
const KEYS_AT_ONCE = 5_000

/**
 * What the Events page shows, written to a file. The page takes it piece by piece, so that a slow disk slows it down
 * and a lock ends it. None of these calls is let through in screen-share mode: names would leave it unhidden.
 */
export const exportCalls = {
  /** Takes the rows aside; tells, in parts, the keys of what may have a name in them. */
  openEventExport: async (c: Context, a: ExportRequest, call: Call<string[]>) => {
    const { openExport } = await import('./event-export')
    const { made, keys } = openExport(c, a)
    if (call.signal.aborted) throw new DOMException('Cancelled.', 'AbortError')
    exportsOf(c).set(call.page, made)
    for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) call.part(keys.slice(at, at + KEYS_AT_ONCE))
    return { id: made.id, count: made.count }
  },
  /** Names as the page knows them, for the rows and the table of names. */
  nameEventExport: async (c: Context, a: { id: number; list: NameList }, call: Call) =>
    exportOf(c, a.id, call.page).name(a.list),
  readEventExport: (c: Context, a: { id: number }, call: Call) => exportOf(c, a.id, call.page).next(),
  closeEventExport: async (c: Context, _: null, call: Call) => {
    exportsOf(c).delete(call.page)
  },
}

const CACHE = 'event-exports'

/** One of each page. Gone with a lock, as all that was decrypted. */
function exportsOf({ caches }: Context): WeakMap<object, EventExport> {
  const known = caches.get(CACHE)
  if (known instanceof WeakMap) return known as WeakMap<object, EventExport>
  const made = new WeakMap<object, EventExport>()
  caches.set(CACHE, made)
  return made
}

function exportOf(context: Context, id: number, page: object): EventExport {
  const open = exportsOf(context).get(page)
  if (open?.id !== id) throw new SessionError('locked', 'The console was locked meanwhile.')
  return open
}
