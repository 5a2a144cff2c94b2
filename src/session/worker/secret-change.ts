import { openLocal, sealLocal } from '#/crypto/master-key'
import { fromBase64, toBase64, utf8Decode, utf8Encode } from '#/lib/bytes'
import { userKey, organizationKey } from './keys'
import { openSecret, rememberCiphertext } from './secret-read'
import type { OpenedSecret, SecretRef } from './secret-read'
import { projectField, sealChanged } from './secret-save'
import { slippedSince } from './secret-slipped'
import type { Context } from './vault'

/** One field of one secret. `from` is what stood there when the change was planned. */
export type SecretChange =
  | { what: 'move'; from: string | null; to: string | null }
  | { what: 'rename'; from: string; to: string }
  /** `seen`: the list's last change (epoch ms), since no list tells a note. */
  | { what: 'note'; how: 'set' | 'append'; text: string; seen: number }
  /** Takes a note back, if it is still the one that was written. */
  | { what: 'note-back'; sealed: string }

export interface ChangeRequest extends SecretRef {
  change: SecretChange
  /** Reads and tells, writes nothing. */
  onlyLook: boolean
}

export type ChangeResult =
  /**
   * `memo`: what taking it back needs, sealed. `slippedIn`: somebody else saved between the read and the write, and
   * what they saved may be overwritten.
   */
  | { outcome: 'changed'; memo: string | null; slippedIn: boolean | 'not known' }
  /** It is as wished already, by whomever. */
  | { outcome: 'already' }
  /** Somebody changed that very field meanwhile: nothing was sent. */
  | { outcome: 'left'; reason: string }
  | { outcome: 'not changed' }

type Typed = Pick<{ [K in 'name' | 'note']: string | null }, 'name' | 'note'> & { projectId: string | null }

const placeOf = (secretId: string) => `note before a job ${secretId}`

/**
 * Reads the secret anew and changes one field of it; the others go back as the very ciphertexts that were read, so
 * that whatever a colleague has saved since the plan was made stays.
 */
export async function changeSecret(context: Context, request: ChangeRequest): Promise<ChangeResult> {
  const key = await organizationKey(context.vault, request.organizationId)
  const current = await context.client.call('secretGet', { params: { id: request.secretId } })
  const opened = await openSecret(context, key, current)
  const wish = await wishOf(context, opened, request.change)
  if ('outcome' in wish) return wish
  if (request.onlyLook) return { outcome: 'not changed' }
  if (!opened.canWrite) return { outcome: 'left', reason: 'You can read it, not change it.' }

  const [name, note] = await Promise.all([
    sealChanged(key, current.key, wish.typed.name),
    sealChanged(key, current.note, wish.typed.note),
  ])
  const memo = wish.note && (await sealNotes(context, request.secretId, wish.note))
  const answer = await context.client.call('secretUpdate', {
    params: { id: request.secretId },
    body: {
      key: name.text,
      value: current.value,
      note: note.text,
      valueChanged: false,
      ...projectField(current.projects[0]?.id ?? null, wish.typed.projectId),
    },
  })
  rememberCiphertext(context, answer)
  const slippedIn = await slippedSince(context, { ...request, read: current, ownValue: null })
  return { outcome: 'changed', memo: memo ?? null, slippedIn }
}

type Wish = { typed: Typed; note?: { before: string; after: string } } | ChangeResult

async function wishOf(context: Context, now: OpenedSecret, change: SecretChange): Promise<Wish> {
  const typed: Typed = { name: null, note: null, projectId: now.project?.id ?? null }
  switch (change.what) {
    case 'move':
      if (typed.projectId === change.to) return { outcome: 'already' }
      if (typed.projectId !== change.from) return left('Moved elsewhere meanwhile; left there.')
      return { typed: { ...typed, projectId: change.to } }
    case 'rename':
      if (!now.name.ok) return left('Its name cannot be decrypted; left as it is.')
      if (now.name.text === change.to) return { outcome: 'already' }
      if (now.name.text !== change.from) return left('Renamed meanwhile; left as it is.')
      return { typed: { ...typed, name: change.to } }
    case 'note':
      return noteWish(now, typed, change)
    case 'note-back': {
      const bytes = await openLocal(
        userKey(context.vault),
        fromBase64(change.sealed) ?? new Uint8Array(),
        placeOf(now.id),
      )
      const { before, after } = JSON.parse(utf8Decode(bytes)) as { before: string; after: string }
      if (!now.note.ok) return left('Its note cannot be decrypted; left as it is.')
      if (now.note.text === before) return { outcome: 'already' }
      if (now.note.text !== after) return left('Its note was changed since; left as it is.')
      return { typed: { ...typed, note: before } }
    }
  }
}

function noteWish(now: OpenedSecret, typed: Typed, change: Extract<SecretChange, { what: 'note' }>): Wish {
  if (!now.note.ok) return left('Its note cannot be decrypted; left as it is.')
  const before = now.note.text
  const ends = before === change.text || before.endsWith(`\n${change.text}`)
  if (change.how === 'set' ? before === change.text : ends) return { outcome: 'already' }
  // A whole note that somebody has just written is not thrown away unseen; appending harms nothing.
  if (change.how === 'set' && Date.parse(now.revisionDate) !== change.seen)
    return left('Changed meanwhile; its note was left as it is.')
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  const after = change.how === 'set' ? change.text : `${before}${gap}${change.text}`
  return { typed: { ...typed, note: after }, note: { before, after } }
}

const left = (reason: string): ChangeResult => ({ outcome: 'left', reason })

async function sealNotes(
  context: Context,
  secretId: string,
  note: { before: string; after: string },
): Promise<string> {
  const bytes = utf8Encode(JSON.stringify(note))
  return toBase64(await sealLocal(userKey(context.vault), bytes, placeOf(secretId)))
}
