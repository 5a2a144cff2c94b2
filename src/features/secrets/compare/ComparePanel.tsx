import { Eye, EyeOff, Info } from 'lucide-react'
import { useState } from 'react'
import { errorReport } from '#/api/error-report'
import { useSettings } from '#/data/settings'
import { lowerFirst, oneEvent, recordsOne } from '#/domain/coverage/traces'
import type { Author as AuthorOf } from '#/domain/history-types'
import { clockTime, dayOf } from '#/domain/time-words'
import { useSecretPage } from '#/features/secrets/secret-context'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { CountdownRing } from '#/ui/CountdownRing'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { Segmented } from '#/ui/Segmented'
import { SkeletonRows } from '#/ui/Skeleton'
import { useMedia } from '#/ui/use-media'
import { choiceName, type Choice, type Pair } from './choices'
import { CompareFacts } from './CompareFacts'
import { changeWords, rowWords } from './compare-words'
import { DiffRows } from './DiffRows'
import { useComparison, type ComparisonState } from './use-comparison'

interface Props {
  pair: Pair
  choices: readonly Choice[]
  nameOf: (author: AuthorOf) => string
  /** Newer servers record that versions were read. */
  isRecorded: boolean
}

export function ComparePanel({ pair, ...rest }: Props) {
  const { organization, secret } = useSecretPage()
  const { a, b } = pair
  const state = useComparison({
    organizationId: organization.id,
    secretId: secret.id,
    a: a.id ?? '',
    b: b.id ?? '',
    changed: secret.changed,
  })
  const answer = state.masked.data
  if (state.masked.error) {
    return (
      <ErrorPanel
        title="The two values could not be compared"
        text={state.masked.error.message}
        details={errorReport(state.masked.error)}
        onRetry={() => void state.masked.refetch()}
        retryBusy={state.masked.isFetching}
      />
    )
  }
  if (!answer) return <SkeletonRows rows={6} label="Comparing" />
  if (answer.outcome === 'not-read') return <NotRead state={state} />
  if (answer.outcome === 'unreadable') {
    return (
      <Callout
        tone="danger"
        role="alert"
        className="m-4"
        title={`${choiceName(answer.side === 'a' ? a : b)} cannot be decrypted.`}
      >
        Its ciphertext was changed or sealed with another key, so there is nothing to compare.
      </Callout>
    )
  }
  return <Compared pair={pair} state={state} masked={answer.comparison} {...rest} />
}

function NotRead({ state }: { state: ComparisonState }) {
  const covered = useCoveredReason()
  return (
    <div className="m-4">
      <Callout
        icon={Info}
        title="The current value was not read yet."
        actions={
          <Button
            size={28}
            icon={Eye}
            busy={state.isBusy}
            disabledReason={covered}
            onClick={state.readCurrent}
          >
            Read the current value, records 1 event
          </Button>
        }
      >
        No version is known to hold it. Reading it {lowerFirst(recordsOne('readSecret'))} under your name; it
        stays hidden.
      </Callout>
      {state.error && (
        <p role="alert" className="mt-2 text-danger">
          {state.error.message}
        </p>
      )}
    </div>
  )
}

interface ComparedProps extends Props {
  state: ComparisonState
  masked: NonNullable<ComparisonState['shown']>['comparison']
}

function Compared({ pair, choices, nameOf, isRecorded, state, masked }: ComparedProps) {
  const { hideAfter, timeZone } = useSettings()
  const isWide = useMedia('(width >= 75rem)')
  const [wish, setWish] = useState<'split' | 'unified'>('split')
  const isSplit = isWide && wish === 'split'
  const covered = useCoveredReason()
  const { shown } = state
  const compared = shown?.comparison ?? masked
  const title = `${choiceName({ ...pair.a, entry: null })} to ${choiceName({ ...pair.b, entry: null }).replace('V', 'v')}`
  // One row may stand for several stretches of time, and several rows may hold one value.
  const again = choices
    .slice(0, choices.indexOf(pair.a))
    .filter(({ id }) => id !== null && (id === pair.b.id || masked.sameAsB.includes(id)))
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <h2 className="text-section font-semibold">{title}</h2>
        <span role="status" className="min-w-48 flex-1 text-meta text-muted">
          {rowWords(masked.rows)}
        </span>
        {shown && (
          <CountdownRing endsAt={shown.hidesAt} totalSeconds={hideAfter} text={(s) => `Hides in ${s} s`} />
        )}
        <Button
          icon={shown ? EyeOff : Eye}
          aria-pressed={shown !== null}
          busy={state.isBusy}
          disabledReason={covered}
          onClick={shown ? state.hide : state.show}
        >
          {shown ? 'Hide both values' : 'Show both values'}
        </Button>
        {isWide && (
          <Segmented
            label="Layout"
            options={[
              { value: 'split', label: 'Split' },
              { value: 'unified', label: 'Unified' },
            ]}
            value={wish}
            onChange={setWish}
          />
        )}
      </div>
      {state.error && (
        <Callout tone="danger" role="alert" className="mx-4 mb-3" title="The values could not be shown.">
          {state.error.message}
        </Callout>
      )}
      <div className="border-y border-line-strong">
        <div className="grid border-b border-line-strong bg-chrome sm:max-lg:grid-cols-2 xl:grid-cols-2">
          <Side letter="A" choice={pair.a} nameOf={nameOf} />
          <Side letter="B" choice={pair.b} nameOf={nameOf} />
        </div>
        <DiffRows
          key={`${pair.a.id} ${pair.b.id}`}
          rows={compared.rows}
          isShown={shown !== null}
          isSplit={isSplit}
        />
        <EndNote a={masked.a.atTheEnd} b={masked.b.atTheEnd} />
      </div>
      <div className="flex flex-col gap-3 p-4">
        <CompareFacts compared={compared} />
        <Callout icon={Info} title={changeWords(masked.change)}>
          {again.length > 0 &&
            `Rotated and back: B has the same value as ${again.map((choice) => choiceName({ ...choice, entry: null }).toLowerCase()).join(' and ')}. `}
          {isRecorded
            ? `This server records each look at the versions as one ${oneEvent('readSecret')}. `
            : `Reading versions ${lowerFirst(recordsOne('readVersions'))}. `}
          {shown
            ? `Two values were decrypted here at ${clockTime(shown.comparison.comparedAt, timeZone)}.`
            : 'Equal lines are told without showing them.'}
        </Callout>
      </div>
    </>
  )
}

function Side({ letter, choice, nameOf }: { letter: string; choice: Choice; nameOf: Props['nameOf'] }) {
  const { timeZone } = useSettings()
  const { entry } = choice
  return (
    <div className="flex min-w-0 items-baseline gap-3 border-line-strong px-3 py-1.5 sm:max-lg:not-first:border-l xl:not-first:border-l">
      <span className="font-medium whitespace-nowrap">
        {letter} · {choiceName(choice)}
      </span>
      {entry && (
        <span className="ml-auto min-w-0 truncate text-meta text-muted">
          {entry.author === 'not known' ? 'Author not known' : nameOf(entry.author)}
          {typeof entry.from === 'number' && `, ${dayOf(entry.from, timeZone)}`}
        </span>
      )}
    </div>
  )
}

/** A line end that only one of them has stands on no line of the other. */
function EndNote({ a, b }: { a: string | null; b: string | null }) {
  if (a === b) return null
  const say = (end: string | null) => end ?? 'nothing'
  return (
    <p className="border-t border-line px-4 py-1 text-meta text-muted">
      After the last visible character A has {say(a)}, B has {say(b)}.
    </p>
  )
}
