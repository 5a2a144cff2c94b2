import type { SecretTexts } from '#/domain/secret-conflict'
import type { CallResult } from '#/session/call-types'
import type { EditBase } from './secret-draft'

/** The texts of a read; null where one cannot be decrypted. */
export function textsOf(read: CallResult<'readSecret'>): SecretTexts {
  return {
    name: read.name.ok ? read.name.text : null,
    value: read.value.ok ? read.value.text : null,
    note: read.note.ok ? read.note.text : null,
    projectId: read.project?.id ?? null,
  }
}

export function baseOf(read: CallResult<'readSecret'>): EditBase {
  return { texts: textsOf(read), revision: read.revisionDate, readAt: read.readAt }
}
