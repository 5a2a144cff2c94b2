import { useState, type ReactNode } from 'react'
import { costOf, type JobCost } from './cost'
import { costWords, timeWords } from './cost-words'
import { startJob } from './jobs'
import type { JobKind, JobRequest } from './job-types'
import { announce } from '#/ui/announcer'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import type { IconType } from '#/ui/Icon'
import { BulkPreview, type Noun, type PreviewRow } from './BulkPreview'

interface Props {
  title: string
  icon: IconType
  /** "Move": with the count it is the button. */
  verb: string
  kind: JobKind
  noun: Noun
  rows: readonly PreviewRow[]
  /** The job for these ids; null where something is still to be chosen. */
  request: (ids: ReadonlySet<string>) => JobRequest | null
  /** What is still to be chosen or typed. */
  missing?: string | false | undefined
  isDanger?: boolean
  expected?: string | undefined
  /** Where the account may not read the organization's log, a save in the same moment is noticed in part only. */
  isLogClosed?: boolean
  /** Fields, above the preview. */
  children?: ReactNode
  /** What else follows from it, under the preview. */
  consequences?: ReactNode
  onClose: () => void
  onStarted: () => void
}

/** Plan and preview of an act on many: what changes in each row, what it costs, and the way into the queue. */
export function BulkDialog(props: Props) {
  const { rows, kind, noun, request, children, consequences, onClose, onStarted } = props
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const going = rows.filter(({ skip }) => skip === null)
  const cost = costOf(kind, going.length)
  const label = `${props.verb} ${noun.count(going.length)}`

  async function start() {
    const wanted = request(new Set(going.map(({ id }) => id)))
    if (!wanted) return
    setBusy(true)
    setError(null)
    try {
      await startJob(wanted)
      announce(`${label}: begun. The button Jobs in the top bar tells how far it is.`)
      onStarted()
    } catch (reason) {
      setBusy(false)
      setError(reason instanceof Error ? reason.message : 'It could not be begun.')
    }
  }

  return (
    <ConfirmDialog
      title={props.title}
      width={720}
      confirmLabel={label}
      confirmIcon={props.icon}
      {...(props.isDanger && { isDanger: true })}
      {...(props.expected !== undefined && { expected: props.expected })}
      busy={isBusy}
      error={error}
      disabledReason={props.missing || (going.length === 0 && 'Nothing is left to do.')}
      footerStart={<Costs cost={cost} count={going.length} isLogClosed={props.isLogClosed === true} />}
      onClose={onClose}
      onConfirm={() => void start()}
    >
      {children}
      <BulkPreview {...{ rows, noun }} />
      {consequences && <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">{consequences}</ul>}
    </ConfirmDialog>
  )
}

function Costs({ cost, count, isLogClosed }: { cost: JobCost; count: number; isLogClosed: boolean }) {
  if (count === 0) return null
  return (
    <>
      {costWords(cost, isLogClosed)}
      <br />
      {timeWords(cost)}
    </>
  )
}
