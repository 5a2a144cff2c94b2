import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, CircleSlash, SearchX } from 'lucide-react'
import type { CoveredAct } from '#/domain/coverage/acts'
import type { Trace } from '#/domain/coverage/traces'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { EmptyState } from '#/ui/EmptyState'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { codeWords, TRACE_WORDS } from './coverage-words'

const LOOKS = {
  recorded: { icon: CircleCheck, look: 'text-good' },
  part: { icon: CircleDashed, look: 'text-warning-icon' },
  none: { icon: CircleSlash, look: 'text-muted' },
} as const satisfies Record<Trace, object>

interface Props {
  orgId: string
  acts: readonly CoveredAct[]
  /** The act that a link beside it has led here from. */
  pointed: string | undefined
  onClear: () => void
}

const head = 'px-2 py-2 text-left text-meta font-normal text-muted first:pl-4 last:pr-4'

export function CoverageTable({ orgId, acts, pointed, onClear }: Props) {
  const groups = [...new Set(acts.map(({ group }) => group))]
  if (acts.length === 0)
    return (
      <div className="min-h-0 flex-1">
        <EmptyState
          icon={SearchX}
          title="No act matches"
          text="Search for a word of the act, a code such as 2100, or a field such as secretId."
          actions={<Button onClick={onClear}>Clear the search</Button>}
        />
      </div>
    )
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table className="w-full border-collapse max-sm:block lg:table-fixed">
        <thead className="sticky top-0 z-10 bg-chrome max-sm:hidden">
          <tr className="border-b border-line-strong">
            <th className={cx(head, 'lg:w-[24%]')}>Act</th>
            <th className={cx(head, 'lg:w-25')}>Trace</th>
            <th className={cx(head, 'lg:w-24')}>Code</th>
            <th className={cx(head, 'max-lg:hidden lg:w-[22%]')}>The event says</th>
            <th className={cx(head, 'max-xl:hidden xl:w-[13%]')}>Also filed under</th>
            <th className={head}>It does not say, or where to look instead</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group} className="max-sm:block">
            <GroupRow group={group} acts={acts.filter((act) => act.group === group)} />
            {acts.map(
              (act) =>
                act.group === group && (
                  <ActRow key={act.id} orgId={orgId} act={act} isPointed={act.id === pointed} />
                ),
            )}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function GroupRow({ group, acts }: { group: string; acts: readonly CoveredAct[] }) {
  const counted = (trace: Trace, words: string) => {
    const count = acts.filter((act) => act.trace === trace).length
    return count === 0 ? [] : [`${count} ${words}`]
  }
  const counts = [
    ...counted('recorded', 'recorded'),
    ...counted('part', 'in part'),
    ...counted('none', 'without trace'),
  ]
  return (
    <tr className="border-b border-line bg-chrome max-sm:block">
      <th colSpan={5} scope="colgroup" className="px-4 py-1 text-left font-medium max-sm:block">
        {group} <span className="pl-1 text-meta font-normal text-muted">{counts.join(', ')}</span>
      </th>
      {/* The sixth column: a row that spans it where it is not drawn would keep its width. */}
      <td aria-hidden className="max-xl:hidden" />
    </tr>
  )
}

const cell =
  'px-2 py-1 align-top first:pl-4 last:pr-4 max-sm:inline-block max-sm:px-0 max-sm:py-0 max-sm:pr-3'

/** Once: the person may scroll on. */
const intoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'center' })

function ActRow({ orgId, act, isPointed }: { orgId: string; act: CoveredAct; isPointed: boolean }) {
  const { icon, look } = LOOKS[act.trace]
  return (
    <tr
      ref={isPointed ? intoView : undefined}
      aria-current={isPointed || undefined}
      className={cx(
        'border-b border-line max-sm:block max-sm:px-4 max-sm:py-2',
        isPointed && 'bg-accent-softer',
      )}
    >
      <th scope="row" className={cx(cell, 'text-left font-medium max-sm:block max-sm:pl-0!')}>
        {act.act}
      </th>
      <td className={cx(cell, 'whitespace-nowrap')}>
        <span className="inline-flex items-center gap-1.5">
          <Icon of={icon} size={14} className={look} />
          {TRACE_WORDS[act.trace]}
        </span>
      </td>
      <td className={cx(cell, 'font-mono text-meta')}>
        {act.codes.length === 0 ? (
          <span className="text-muted">–</span>
        ) : (
          <Link
            to="/orgs/$orgId/events"
            params={{ orgId }}
            search={{ type: act.codes.join(',') }}
            className={linkClass}
            aria-label={`Events with code ${codeWords(act.codes)}: ${act.act}`}
          >
            {codeWords(act.codes)}
          </Link>
        )}
      </td>
      <td className={cx(cell, 'max-lg:hidden!')}>{act.says}</td>
      <td className={cx(cell, 'text-muted max-xl:hidden!')}>{act.filedUnder.join(', ') || '–'}</td>
      <td className={cx(cell, 'text-muted max-sm:block max-sm:pl-0!')}>{act.missing}</td>
    </tr>
  )
}
