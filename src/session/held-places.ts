/*
  A form holds the place of its draft as long as it is there, by a Web Lock that all tabs see. So what waits can be
  told from what is being typed in another tab.
*/

const PREFIX = 'strongroom-draft '

/** Gives the way to let go. Shared, since two forms of one secret may be open. */
export function holdPlace(place: string): () => void {
  if (!('locks' in navigator)) return () => undefined
  const end = new AbortController()
  const held = new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()))
  navigator.locks
    .request(PREFIX + place, { mode: 'shared', signal: end.signal }, () => held)
    .catch(() => undefined)
  return () => end.abort()
}

/** Places of the forms that are open now, in any tab. */
export async function heldPlaces(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? name.slice(PREFIX.length) : []))
  return new Set(names)
}
