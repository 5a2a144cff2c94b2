import { CopyButton } from '#/ui/CopyButton'
import type { Finding } from './finding'
import { LinesBox } from './LinesBox'

/** What a finding means and what to change, then what was asked and what came back. */
export function FindingPanel({ finding }: { finding: Finding }) {
  const { title, advice, lines, facts, saidBy, tone } = finding
  return (
    <div className="flex flex-col gap-4">
      {tone !== 'pass' && (
        <section aria-label="What to do" className="flex flex-col gap-3">
          {advice && <p className="wrap-anywhere">{advice}</p>}
          {lines && <LinesBox lines={lines} saidBy={saidBy} />}
        </section>
      )}
      {facts.length > 0 && (
        <section aria-label="What was asked, and what came back">
          <h3 className="mb-2 font-semibold">What was asked, and what came back</h3>
          <dl className="grid grid-cols-[6.75rem_minmax(0,1fr)] gap-x-4 gap-y-2">
            {facts.map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="font-mono text-meta/5 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-3 flex flex-wrap items-center gap-2">
            <CopyButton size={28} label="Copy details" text={() => detailsOf(title, facts)} />
            <span className="text-meta text-muted">No cookie and no token in it</span>
          </div>
        </section>
      )}
    </div>
  )
}

const detailsOf = (title: string, facts: Finding['facts']) =>
  [
    `Strongroom ${import.meta.env.VITE_VERSION}: ${title}`,
    ...facts.map(([label, value]) => `${label}: ${value}`),
  ].join('\n')
