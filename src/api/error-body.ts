/** Texts by field, keys as the server spells them: `Key`, `Secrets[3].Name`, `$.name`, `''` for the whole. */
export type FieldErrors = Record<string, string[]>

export interface ErrorBody {
  form: 'empty' | 'json' | 'other'
  /** The server's own sentence. */
  text: string | null
  fields: FieldErrors
  /** OAuth code of the token endpoint. */
  code: string | null
  /** The parsed body; undefined unless `form` is `json`. */
  json: unknown
}

/**
 * Reads every error form of the server: private API and Identity (`message`, `validationErrors`), Public API
 * (`message`, `errors`), token endpoint (`error`, `error_description`, `ErrorModel`), problem details (`title`,
 * `detail`, `errors` with texts or `{ detail }`), in either casing. Source: identity-and-crypto.md §2.7, §8.1,
 * §8.2, organization-api.md §1.
 */
export function readErrorBody(text: string): ErrorBody {
  if (text.trim() === '') return { form: 'empty', text: null, fields: {}, code: null, json: undefined }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  const body = fieldsOf(json)
  if (!body) return { form: 'other', text: null, fields: {}, code: null, json: undefined }
  const model = fieldsOf(body['errormodel'])
  const description = textOf(body['error_description'])
  const fields = readFields(body['validationerrors'] ?? body['errors'])
  return {
    form: 'json',
    text:
      textOf(model?.['message']) ??
      textOf(body['message']) ??
      textOf(body['detail']) ??
      // The title of problem details only counts what the fields say.
      (Object.keys(fields).length === 0 ? textOf(body['title']) : null) ??
      // Some descriptions are codes (`invalid_username_or_password`), others sentences.
      (description?.includes(' ') ? description : null),
    fields,
    code: textOf(body['error']),
    json,
  }
}

/** The object with lower-case names; null for anything that is no object. */
function fieldsOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.fromEntries(Object.entries(value).map(([name, content]) => [name.toLowerCase(), content]))
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function readFields(value: unknown): FieldErrors {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const fields: FieldErrors = {}
  for (const [name, content] of Object.entries(value)) {
    const items: unknown[] = Array.isArray(content) ? content : [content]
    const texts = items.flatMap((item) => textOf(item) ?? textOf(fieldsOf(item)?.['detail']) ?? [])
    if (texts.length > 0) fields[name] = texts
  }
  return fields
}
