import { KeyCap } from '#/ui/KeyCap'

const keys: readonly [caps: readonly string[], words: string][] = [
  [['↑', '↓'], 'Move'],
  [['↵'], 'Open'],
  [['Ctrl', '↵'], 'New tab'],
  [['Tab'], 'Acts on this'],
]

export function PaletteFooter() {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-meta text-muted max-sm:hidden">
      {keys.map(([caps, words]) => (
        <span key={words} className="flex items-center gap-1">
          {caps.map((cap) => (
            <KeyCap key={cap}>{cap}</KeyCap>
          ))}
          {words}
        </span>
      ))}
      <span className="ml-auto flex items-center gap-1">
        <KeyCap>{'>'}</KeyCap> Acts <KeyCap>@</KeyCap> People and machines
      </span>
    </div>
  )
}
