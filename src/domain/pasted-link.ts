const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const PATH = new RegExp(`/orgs/${UUID}(?:/[a-z-]+(?:/(?:${UUID}|[a-z-]+))*)?(?=[?#\\s]|$)`, 'i')

/** The path inside of this console that a pasted link leads to, without search and hash; null for anything else. */
export function pastedPath(text: string, origin: string): string | null {
  const trimmed = text.trim()
  if (/^https?:/i.test(trimmed) && !trimmed.toLowerCase().startsWith(`${origin.toLowerCase()}/`)) return null
  return PATH.exec(trimmed)?.[0].toLowerCase() ?? null
}

/** A whole id, as it stands in a link or a log. */
export const pastedId = (text: string): string | null =>
  new RegExp(`^${UUID}$`, 'i').test(text.trim()) ? text.trim().toLowerCase() : null
