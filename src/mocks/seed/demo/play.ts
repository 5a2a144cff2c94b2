import { organizationId } from '#/mocks/seed/organizations'
import { stampAt } from '#/mocks/seed/moments'
import { idFor } from '#/mocks/seed/random'
import type { SecretRow, SecretVersionRow } from '#/mocks/store/tables'
import { editorOf } from './cast'
import type { Actor } from './cast'
import { secretEntry } from './log'
import type { LogEntry } from './log'
import type { Story, TimedAct } from './story'

/** A text and the label of its one ciphertext: what is restored comes back as the same ciphertext. */
interface Sealable {
  label: string
  text: string
}

interface DraftVersion {
  value: Sealable
  at: number
  by: Actor
}

/** A secret as its story left it, before it is sealed. `versions` is newest last. */
export interface DraftSecret {
  id: string
  label: string
  name: Sealable
  value: Sealable
  note: Sealable
  project: Story['project']
  created: number
  revised: number
  trashedAt: number | null
  /** Times in the trash that are over. */
  absences: { from: number; to: number }[]
  isDestroyed: boolean
  versions: DraftVersion[]
  spoiled: Story['spoiled']
}

const MAX_VERSIONS = 10
/** The server writes the version right after the secret, and the event after both. */
const VERSION_DELAY = 1.2

const secretId = (label: string): string => idFor(`secret/${label}`)

function record(secret: DraftSecret, value: Sealable, act: TimedAct): void {
  secret.versions = [
    ...secret.versions.slice(-(MAX_VERSIONS - 1)),
    { value, at: act.at + VERSION_DELAY, by: act.by },
  ]
}

/** Type of the event that an act leaves behind; null where the server logs nothing. */
function perform(secret: DraftSecret, act: TimedAct, index: number): number | null {
  const label = (part: string) => `secret/${secret.label}/${part}/${index}`
  secret.revised = act.at
  switch (act.do) {
    case 'value':
      secret.value = { label: label('value'), text: act.text }
      record(secret, secret.value, act)
      return 2102
    case 'silentValue':
      secret.value = { label: label('value'), text: act.text }
      return 2102
    case 'restore':
      return restore(secret, act, act.back)
    case 'note':
      secret.note = { label: label('note'), text: act.text }
      return 2102
    case 'rename':
      secret.name = { label: label('name'), text: act.name }
      return 2102
    case 'move':
      secret.project = act.to
      return 2102
    case 'orphan':
      secret.project = null
      return null
    case 'trash':
      secret.trashedAt = act.at
      return 2103
    case 'untrash':
      secret.absences.push({ from: secret.trashedAt ?? act.at, to: act.at })
      secret.trashedAt = null
      return 2105
    case 'destroy':
      secret.isDestroyed = true
      return 2104
  }
}

/** As the 2026.8 server does: the value that is replaced is recorded, under the name of who restored; no event. */
function restore(secret: DraftSecret, act: TimedAct, back: number): null {
  const others = secret.versions.toReversed().filter((version) => version.value.label !== secret.value.label)
  const chosen = others[back % Math.max(others.length, 1)]
  if (!chosen) return null
  record(secret, secret.value, act)
  secret.value = chosen.value
  return null
}

/** Plays a story by the rules of the server and tells what it left in the tables and in the log. */
export function play(story: Story): { secret: DraftSecret; entries: LogEntry[] } {
  const { label } = story
  const id = secretId(label)
  const secret: DraftSecret = {
    id,
    label,
    name: { label: `secret/${label}/name`, text: story.name },
    value: { label: `secret/${label}/value`, text: story.value },
    note: { label: `secret/${label}/note`, text: story.note },
    project: story.project,
    created: story.created,
    revised: story.created,
    trashedAt: null,
    absences: [],
    isDestroyed: false,
    versions: [],
    spoiled: story.spoiled,
  }
  const entries = [secretEntry(story.created + 4, 2101, story.by, id)]
  for (const [index, act] of story.acts.entries()) {
    const type = perform(secret, act, index + 1)
    if (type === null) continue
    const isEditByPerson = type === 2102 && !act.by.startsWith('@')
    // A person opens the form before saving, and opening it reads the value.
    if (isEditByPerson) entries.push(secretEntry(act.at - 48_000, 2100, act.by, id))
    entries.push(secretEntry(act.at + 9, type, act.by, id))
  }
  return { secret, entries }
}

type SealText = (label: string, text: string) => Promise<string>

/** Swaps two characters in the middle of the MAC, which stays base64 and no longer fits. */
function spoil(encString: string): string {
  const at = encString.length - 20
  return `${encString.slice(0, at)}${encString.charAt(at) === 'A' ? 'B' : 'A'}${encString.slice(at + 1)}`
}

export async function sealSecret(
  secret: DraftSecret,
  projectId: string | null,
  seal: SealText,
): Promise<{ row: SecretRow; versions: SecretVersionRow[] }> {
  const sealed = (field: Sealable) => seal(field.label, field.text)
  const [key, value, note] = await Promise.all([secret.name, secret.value, secret.note].map(sealed))
  const versions = await Promise.all(
    secret.versions.map(async (version, index) => ({
      id: idFor(`version/${secret.label}/${index}/${version.value.label}`),
      secretId: secret.id,
      value: await sealed(version.value),
      versionDate: stampAt(version.at),
      ...editorOf(version.by),
    })),
  )
  const row: SecretRow = {
    id: secret.id,
    organizationId: organizationId('harbourline'),
    projectId,
    key: secret.spoiled === 'name' ? spoil(key ?? '') : (key ?? ''),
    value: secret.spoiled === 'value' ? spoil(value ?? '') : (value ?? ''),
    note: note ?? '',
    creationDate: stampAt(secret.created),
    revisionDate: stampAt(secret.revised),
    deletedDate: secret.trashedAt === null ? null : stampAt(secret.trashedAt),
  }
  return { row, versions }
}
