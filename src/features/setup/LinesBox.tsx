import { useState } from 'react'
import { counted } from '#/lib/counted'
import { CopyButton } from '#/ui/CopyButton'
import { Segmented } from '#/ui/Segmented'
import type { Lines, ProxyName } from './finding'

const labels: Record<ProxyName, string> = { nginx: 'nginx', caddy: 'Caddy', local: 'This machine' }

const afterwards: Record<ProxyName, string> = {
  nginx: 'nginx -t && nginx -s reload',
  caddy: 'caddy reload',
  local: 'Ctrl+C, then the line above',
}

/** The lines that are missing, between those that should be there; only the former are copied. */
export function LinesBox({ lines, saidBy = '' }: { lines: Lines; saidBy?: string | undefined }) {
  const names = (['nginx', 'caddy', 'local'] as const).filter((name) => lines[name])
  const seen = names.find((name) => saidBy.toLowerCase().includes(name))
  const [chosen, setChosen] = useState<ProxyName>(seen ?? names[0] ?? 'nginx')
  const shown = lines[chosen]
  if (!shown) return null
  const { before, missing, after } = shown
  return (
    <div>
      <h3 className="mb-2 font-semibold">
        {chosen === 'local'
          ? 'Start it with this line'
          : `Put ${missing.length === 1 ? 'this line' : `these ${missing.length} lines`} into the proxy`}
      </h3>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label="Proxy"
          options={names.map((name) => ({ value: name, label: labels[name] }))}
          value={chosen}
          onChange={setChosen}
        />
        {saidBy && <span className="text-meta text-muted">Seen: {saidBy}</span>}
      </div>
      <div
        role="region"
        aria-label={`Lines for ${labels[chosen]}`}
        // Focusable, as it scrolls by itself.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="max-h-112 overflow-auto rounded-control border border-line-strong bg-surface py-2 focus-inside"
      >
        <pre className="w-max min-w-full font-mono text-meta/5">
          {before.map((line) => (
            <Line key={`before ${line}`} text={line} />
          ))}
          {missing.map(placed).map(({ id, text }) => (
            <Line key={id} text={text} isMissing />
          ))}
          {after.map((line) => (
            <Line key={`after ${line}`} text={line} />
          ))}
        </pre>
      </div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 text-meta text-muted">
          {before.length + after.length > 0 && 'Grey lines should be there already and are not copied. '}Then{' '}
          <code>{afterwards[chosen]}</code>, and run again.
        </p>
        <CopyButton
          key={chosen}
          size={28}
          label={`Copy ${counted(missing.length, 'line')}`}
          text={`${missing.join('\n')}\n`}
        />
      </div>
    </div>
  )
}

/** Lines may be alike; their place tells them apart. */
const placed = (text: string, at: number) => ({ id: `${at} ${text}`, text })

function Line({ text, isMissing = false }: { text: string; isMissing?: boolean }) {
  const shown = text.replaceAll('\t', '  ')
  return (
    <span className={isMissing ? 'block bg-good-soft px-3' : 'block px-3 text-muted'}>
      <span aria-hidden className="inline-block w-4 select-none">
        {isMissing && '+'}
      </span>
      {shown}
    </span>
  )
}
