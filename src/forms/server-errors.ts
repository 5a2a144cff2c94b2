import type { FieldErrors } from '#/api/error'

/**
 * The server's complaints, by field of the form. `names` maps the server's last word (`Key` of `Secrets[0].Key`,
 * `key` of `$.key`; case does not count) to a field. What belongs to no field comes back as `rest`.
 */
export function errorsByField<F extends string>(
  errors: FieldErrors,
  names: Record<string, F>,
): { fields: Partial<Record<F, string>>; rest: string[] } {
  const known = new Map(Object.entries(names).map(([name, field]) => [name.toLowerCase(), field]))
  const fields: Partial<Record<F, string>> = {}
  const rest: string[] = []
  for (const [path, texts] of Object.entries(errors)) {
    const word =
      path
        .replaceAll(/\[\d+\]/g, '')
        .split('.')
        .at(-1)
        ?.toLowerCase() ?? ''
    const field = known.get(word)
    if (field) fields[field] = [fields[field], ...texts].filter(Boolean).join(' ')
    else rest.push(...texts)
  }
  return { fields, rest }
}
