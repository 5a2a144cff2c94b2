import { measure } from '#/domain/secret-limits'
import type { SecretTexts, TextField } from '#/domain/secret-conflict'
import { FIELD_WORDS } from './secret-draft'

const TEXTS: readonly TextField[] = ['name', 'value', 'note']

/** Why what would change the form is closed while a save is under way. */
export const SAVING = 'It is being saved.'

/** Why saving is closed: what is blank or too long, with the count. False when it is open. */
export function closedReason(typed: SecretTexts): string | false {
  if (typed.name !== null && typed.name.trim() === '')
    return 'The name is blank. The server refuses a blank name.'
  for (const field of TEXTS) {
    const { sentence } = measure(field, typed[field] ?? '')
    if (sentence) return `${FIELD_WORDS[field]}: ${sentence}`
  }
  return false
}
