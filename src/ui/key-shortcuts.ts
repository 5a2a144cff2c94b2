const spoken: Record<string, string> = {
  Ctrl: 'Control',
  '⌘': 'Meta',
  '⇧': 'Shift',
  '↵': 'Enter',
  Esc: 'Escape',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '+': 'Plus',
}

/** What is drawn on a key cap ("Ctrl ↵") in the form that aria-keyshortcuts wants ("Control+Enter"). */
export function keyShortcuts(caps: string): string {
  return caps
    .split(' ')
    .filter(Boolean)
    .map((cap) => spoken[cap] ?? cap)
    .join('+')
}
