import { Link } from '@tanstack/react-router'
import { CircleHelp, CircleMinus, CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { JobProblem, JobView } from '#/jobs/job-types'
import { Icon, type IconType } from '#/ui/Icon'
import { cx } from '#/ui/cx'
import { linkClass } from '#/ui/link-class'

const FIRST = 5
const ORDER = { done: 0, unknown: 1, failed: 2, skipped: 3 }
const looks: Record<JobProblem['state'], { icon: IconType; tone: string; word: string }> = {
  unknown: { icon: CircleHelp, tone: 'text-warning-icon', word: 'Not known' },
  failed: { icon: CircleX, tone: 'text-danger', word: 'Failed' },
  done: { icon: TriangleAlert, tone: 'text-warning-icon', word: 'Done, look at it' },
  skipped: { icon: CircleMinus, tone: 'text-muted', word: 'Skipped' },
}

/** What did not go as planned: each with its name and the reason. */
export function JobProblems({ job }: { job: JobView }) {
  const [isWhole, setWhole] = useState(false)
  const all = job.problems.toSorted((a, b) => ORDER[a.state] - ORDER[b.state])
  const { skipped, failed, unknown } = job.counts
  const count = skipped + failed + unknown + job.noticed
  if (all.length === 0) return null
  return (
    <>
      <ul className="mt-2 border-t border-line" aria-label="Not as planned">
        {(isWhole ? all : all.slice(0, FIRST)).map((problem) => (
          <Problem key={problem.id} problem={problem} orgId={job.organizationId} />
        ))}
      </ul>
      {all.length > FIRST && !isWhole && (
        <button type="button" className={linkClass} onClick={() => setWhole(true)}>
          Show {Math.min(count, all.length).toLocaleString('en-GB')}
        </button>
      )}
      {isWhole && count > all.length && (
        <p className="text-meta text-muted">And {(count - all.length).toLocaleString('en-GB')} more.</p>
      )}
    </>
  )
}

function Problem({ problem, orgId }: { problem: JobProblem; orgId: string }) {
  const { icon, tone, word } = looks[problem.state]
  return (
    <li className="flex gap-3 border-b border-line py-2">
      <Icon of={icon} className={tone} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-mono text-meta font-medium" title={problem.label ?? undefined}>
          <span className="sr-only">{word}: </span>
          {problem.label ?? problem.id.slice(0, 8)}
        </p>
        <p className="text-meta wrap-anywhere text-muted">{problem.reason}</p>
        {/* Only jobs that write secrets have notices. */}
        {problem.state === 'done' && (
          <Link
            to="/orgs/$orgId/secrets/$secretId/versions"
            params={{ orgId, secretId: problem.id }}
            className={cx(linkClass, 'text-meta')}
          >
            Look at its versions
          </Link>
        )}
      </div>
    </li>
  )
}
