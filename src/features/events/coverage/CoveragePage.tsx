import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { COVERED_ACTS, type CoveredAct } from '#/domain/coverage/acts'
import type { Trace } from '#/domain/coverage/traces'
import { csvText } from '#/lib/csv'
import { downloadText } from '#/lib/download'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { PageHeader } from '#/ui/PageHeader'
import { SearchField } from '#/ui/SearchField'
import { Segmented } from '#/ui/Segmented'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { CoverageBar } from './CoverageBar'
import { CoverageTable } from './CoverageTable'
import { matchesAct, TRACE_WORDS } from './coverage-words'

const route = getRouteApi('/open/orgs/$orgId/events/coverage')

type Choice = 'all' | Trace

const countOf = (trace: Trace) => COVERED_ACTS.filter((act) => act.trace === trace).length
const COUNTS = { recorded: countOf('recorded'), part: countOf('part'), none: countOf('none') }

const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'all', label: `All ${COVERED_ACTS.length}` },
  { value: 'recorded', label: `${TRACE_WORDS.recorded} ${COUNTS.recorded}` },
  { value: 'part', label: `${TRACE_WORDS.part} ${COUNTS.part}` },
  { value: 'none', label: `${TRACE_WORDS.none} ${COUNTS.none}` },
]

/** What the log can tell, and what it cannot: for every act, from the table that writes the lines beside the acts. */
export function CoveragePage() {
  const { orgId } = route.useParams()
  const { trace = 'all', act } = route.useSearch()
  const navigate = route.useNavigate()
  const version = useOpenSession()?.server.version
  const [text, setText] = useState('')
  const acts = COVERED_ACTS.filter((act) => (trace === 'all' || act.trace === trace) && matchesAct(act, text))
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>Coverage · Strongroom</title>
      <PageHeader
        title="Coverage"
        count={`${COVERED_ACTS.length} acts`}
        actions={
          <Button icon={Download} onClick={() => downloadText(asCsv(acts), 'coverage.csv', 'text/csv')}>
            Export {acts.length} {acts.length === 1 ? 'act' : 'acts'} as CSV
          </Button>
        }
      />
      <CoverageBar counts={COUNTS} />
      <Toolbar>
        <Segmented
          label="Trace"
          size={28}
          collapse
          options={CHOICES}
          value={trace}
          onChange={(next) =>
            void navigate({ search: { trace: next === 'all' ? undefined : next }, replace: true })
          }
        />
        <SearchField label="Act, code or field" value={text} onChange={setText} />
        <span className="text-meta text-muted max-sm:hidden">
          As of server 2026.8{version && !version.startsWith('2026.8') && `; this one is ${version}`}
        </span>
      </Toolbar>
      <CoverageTable orgId={orgId} acts={acts} pointed={act} onClear={() => setText('')} />
      <StatusLine end={<span className="max-xl:hidden">Reading this page records nothing</span>}>
        <span role="status">
          <strong className="font-medium text-text">
            {acts.length} of {COVERED_ACTS.length} acts
          </strong>
        </span>
        <span>“No trace” means that the server writes nothing. It does not mean that nothing happened.</span>
      </StatusLine>
    </div>
  )
}

const asCsv = (acts: readonly CoveredAct[]): string =>
  csvText([
    ['Group', 'Act', 'Trace', 'Codes', 'The event says', 'Filed under', 'It does not say, or where to look'],
    ...acts.map((act) => [
      act.group,
      act.act,
      TRACE_WORDS[act.trace],
      act.codes.join(' '),
      act.says,
      ['Organization', ...act.filedUnder].join(', '),
      act.missing,
    ]),
  ])
