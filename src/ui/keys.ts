export type KeyPlace = 'Everywhere' | 'In a list' | 'On the row' | 'On a secret' | 'In a form'

export interface KeyDef {
  /** `KeyboardEvent.key`; any of them does it. */
  keys: readonly string[]
  label: string
  where: KeyPlace
  /** It reads a secret: who draws the keys says what that leaves in the log. */
  reads?: true
  /** With Ctrl, or ⌘ on a Mac: works while typing too, and cannot be switched off. */
  hasCtrl?: true
  hasShift?: true
  /** Also with a dialog in front. */
  isAlways?: true
}

/**
 * Every key of the console. Pages bind by the name of an entry, and the sheet of keys and the settings are drawn from
 * the same entries, so that none can be bound and not told. Keys that browsers keep for themselves stay out.
 */
const table = {
  palette: { keys: ['k'], hasCtrl: true, label: 'Search or run a command', where: 'Everywhere' },
  keys: { keys: ['?'], label: 'Show or hide the keys', where: 'Everywhere' },
  screenShare: {
    keys: ['.'],
    hasCtrl: true,
    isAlways: true,
    label: 'Hide or show names and values',
    where: 'Everywhere',
  },
  undo: { keys: ['z'], label: 'Undo what the bar below offers to undo', where: 'Everywhere' },
  next: { keys: ['Tab'], label: 'Next control; the first stop skips to the content', where: 'Everywhere' },
  close: { keys: ['Escape'], label: 'Close what is in front', where: 'Everywhere' },

  search: { keys: ['/'], label: 'Search names', where: 'In a list' },
  toList: { keys: ['j', 'k'], label: 'To the list', where: 'In a list' },
  nextRow: { keys: ['j', 'ArrowDown'], label: 'Next row', where: 'In a list' },
  rowBefore: { keys: ['k', 'ArrowUp'], label: 'Row before', where: 'In a list' },
  firstRow: { keys: ['Home'], label: 'First row', where: 'In a list' },
  lastRow: { keys: ['End'], label: 'Last row', where: 'In a list' },
  pageDown: { keys: ['PageDown'], label: 'A page down', where: 'In a list' },
  pageUp: { keys: ['PageUp'], label: 'A page up', where: 'In a list' },
  openRow: { keys: ['Enter'], label: 'Open', where: 'In a list' },
  selectRow: { keys: ['x', ' '], label: 'Select the row', where: 'In a list' },
  selectRange: {
    keys: ['ArrowDown', 'ArrowUp'],
    hasShift: true,
    label: 'Select a range',
    where: 'In a list',
  },
  selectAll: { keys: ['a'], hasCtrl: true, label: 'Select all that match', where: 'In a list' },
  selectNone: { keys: ['Escape'], label: 'Clear the selection', where: 'In a list' },

  rowCopyValue: { keys: ['c'], label: 'Copy the value', reads: true, where: 'On the row' },
  rowCopyName: { keys: ['n'], label: 'Copy the name', where: 'On the row' },
  rowEdit: { keys: ['e'], label: 'Edit the secret', where: 'On the row' },
  rowRename: { keys: ['e'], label: 'Rename', where: 'On the row' },
  rowMember: { keys: ['e'], label: 'Change role and access', where: 'On the row' },
  rowRestore: { keys: ['r'], label: 'Restore from the trash', where: 'On the row' },
  rowPurge: { keys: ['#'], label: 'Delete for good', where: 'On the row' },
  rowActor: { keys: ['f'], label: 'Only events of this actor', where: 'On the row' },
  rowObject: { keys: ['F'], hasShift: true, label: 'Only events of this object', where: 'On the row' },
  rowVersions: { keys: ['v'], label: 'Versions of the secret', where: 'On the row' },

  bulkMove: { keys: ['m'], label: 'Move what is selected', where: 'In a list' },
  bulkRename: { keys: ['r'], label: 'Rename what is selected', where: 'In a list' },
  bulkNote: { keys: ['o'], label: 'Note on what is selected', where: 'In a list' },
  bulkDelete: { keys: ['#'], label: 'Delete what is selected', where: 'In a list' },

  reveal: { keys: ['r'], label: 'Reveal or hide the value', where: 'On a secret' },
  copyValue: { keys: ['c'], label: 'Copy the value', reads: true, where: 'On a secret' },
  edit: { keys: ['e'], label: 'Edit', where: 'On a secret' },
  versions: { keys: ['v'], label: 'Versions', where: 'On a secret' },

  save: { keys: ['Enter'], hasCtrl: true, label: 'Save', where: 'In a form' },
} as const satisfies Record<string, KeyDef>

export type KeyId = keyof typeof table

export const KEYS: Record<KeyId, KeyDef> = table

const drawn: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  PageDown: 'Page down',
  PageUp: 'Page up',
  ' ': 'Space',
}

/** As drawn on caps. Several are alternatives, unless the first is Ctrl or Shift. */
export function capsOf(id: KeyId): readonly string[] {
  const { keys, hasCtrl, hasShift } = KEYS[id]
  const caps = keys.map((key) => drawn[key] ?? key)
  if (hasCtrl) return ['Ctrl', ...caps.map((cap) => cap.toUpperCase())]
  return hasShift ? ['⇧', ...caps] : caps
}

/** A letter or a sign alone: it can be switched off, and is silent while typing. */
export const isSingle = (id: KeyId): boolean =>
  KEYS[id].hasCtrl === undefined && KEYS[id].keys.some((key) => key.length === 1 && key !== ' ')

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether this press is that entry. Shift is part of signs like `?`, so it is asked for only where it is named. */
export function isKey(id: KeyId, event: Pressed): boolean {
  const { keys, hasCtrl = false, hasShift = false } = KEYS[id]
  if (event.altKey || (event.ctrlKey || event.metaKey) !== hasCtrl) return false
  if (hasShift && !event.shiftKey) return false
  return keys.includes(hasCtrl && event.key.length === 1 ? event.key.toLowerCase() : event.key)
}
