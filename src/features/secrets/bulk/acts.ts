import type { KeyId } from '#/ui/keys'

export type Act = 'move' | 'rename' | 'note' | 'delete'

/** What can be done with selected secrets, by its key. */
export const actKeys: readonly (readonly [KeyId, Act])[] = [
  ['bulkMove', 'move'],
  ['bulkRename', 'rename'],
  ['bulkNote', 'note'],
  ['bulkDelete', 'delete'],
]
