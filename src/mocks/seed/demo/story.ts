import type { Actor } from './cast'
import type { DELETED_PROJECT, ProjectName } from './names'

/** One act on a secret, at a moment in milliseconds. */
export type Act =
  | { do: 'value'; text: string }
  /** A program that forgets to say so: the value changes, the history does not hear of it. */
  | { do: 'silentValue'; text: string }
  /** Brings back one of the recorded values that is not the current one, counted from the newest. */
  | { do: 'restore'; back: number }
  | { do: 'note'; text: string }
  | { do: 'rename'; name: string }
  | { do: 'move'; to: ProjectName | null }
  /** Its project is deleted; that moves the date of the secret and is not logged for it. */
  | { do: 'orphan' }
  | { do: 'trash' }
  | { do: 'untrash' }
  | { do: 'destroy' }

export type TimedAct = Act & { at: number; by: Actor }

/** The life of one secret, oldest act first. */
export interface Story {
  /** Fixes the id; the name may change and need not be unique. */
  label: string
  name: string
  value: string
  note: string
  project: ProjectName | typeof DELETED_PROJECT | null
  created: number
  by: Actor
  acts: TimedAct[]
  /** One ciphertext of it is spoiled. */
  spoiled?: 'name' | 'value'
}
