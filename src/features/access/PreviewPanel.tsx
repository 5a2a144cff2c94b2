import { Activity, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { READ, rightWords, WRITE } from '#/domain/access/facts'
import type { AccessMap } from '#/domain/access/access-map'
import { clockTime } from '#/domain/time-words'
import type { MachineReads } from '#/session/worker/machine-reads'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Checkbox } from '#/ui/Checkbox'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { useNow } from '#/ui/use-now'
import type { Preview, PreviewLine } from './preview'
import { countWords, previewSentence, verb } from './preview'
import { reasonWords } from './proof-words'
import type { Risk } from './risks'
import { readWords } from './read-words'
import type { useGrantSave } from './use-grant-save'
import type { Names } from './names'

interface PreviewProps {
  preview: Preview
  after: AccessMap
  names: Names
  target: string
  changeCount: number
  readAt: number | null
  reads: Record<string, MachineReads | null>
  risks: readonly Risk[]
  /** What the log will hold, as a sentence. */
  recorded: ReactNode
  /** What somebody else changed, or why the save was refused. */
  notice: ReactNode
  isOfMachine: boolean
}

const OBJECT: Record<Risk['kind'], (name: string) => string> = {
  self: () => 'I lose my own right here',
  'last-writer': () => 'only owners and admins can change it then, as far as I am told',
  machine: (name) => `${name} may lose this`,
}

const riskLabel = (risk: Risk): string => OBJECT[risk.kind]('name' in risk ? risk.name : '')

/** What saving does, by name, before anything is sent. */
export function PreviewBody(props: PreviewProps) {
  const { preview, changeCount, readAt, risks, recorded, notice, isOfMachine } = props
  const { timeZone } = useSettings()
  const sentence = isOfMachine ? grantedSentence(preview) : previewSentence(preview)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        {changeCount} {changeCount === 1 ? 'change' : 'changes'} against the state
        {readAt !== null && ` read at ${clockTime(readAt, timeZone)}`}.
      </p>
      {notice}
      <p className="font-semibold" role="status">
        {sentence}
      </p>
      <Lines {...props} tone="loss" right="read" lines={preview.losesRead} />
      <Lines {...props} tone="loss" right="write" lines={preview.losesWrite} />
      <Lines {...props} tone="gain" right="read" lines={preview.gainsRead} />
      <Lines {...props} tone="gain" right="write" lines={preview.gainsWrite} />
      {risks.map((risk) => (
        <Callout key={risk.id} tone="warning" title={riskTitle(risk)}>
          {riskText(risk, props.reads)}
        </Callout>
      ))}
      <Callout icon={Activity}>{recorded}</Callout>
    </div>
  )
}

function grantedSentence({ losesRead, losesWrite, gainsRead, gainsWrite }: Preview): string {
  const parts = [
    losesRead.length > 0 && `loses read on ${countWords(losesRead)}`,
    losesWrite.length > 0 && `loses write on ${countWords(losesWrite)}`,
    gainsRead.length > 0 && `gains read on ${countWords(gainsRead)}`,
    gainsWrite.length > 0 && `gains write on ${countWords(gainsWrite)}`,
  ].filter(Boolean)
  return `The machine account ${parts.join(', ') || 'gains and loses nothing'}`
}

function Lines({
  lines,
  right,
  tone,
  ...props
}: PreviewProps & { lines: readonly PreviewLine[]; right: 'read' | 'write'; tone: 'loss' | 'gain' }) {
  const now = useNow()
  if (lines.length === 0) return null
  const [one, many] = tone === 'loss' ? (['loses', 'lose'] as const) : (['gains', 'gain'] as const)
  return (
    <section>
      <h3 className="mb-1 text-meta text-muted">
        {props.isOfMachine
          ? `It ${one} ${right} on ${countWords(lines)}`
          : `${countWords(lines)} ${verb(lines, one, many)} ${right}`}
      </h3>
      <ul className="flex flex-col gap-2">
        {lines.map((line) => (
          <li key={line.thing.id} className="flex gap-2">
            <span
              className={cx(
                'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-chip',
                tone === 'loss' ? 'bg-removed-word' : 'bg-added-word',
              )}
            >
              <Icon of={tone === 'loss' ? Minus : Plus} size={12} />
            </span>
            <span className="min-w-0">
              <span className="block font-medium wrap-anywhere">{line.thing.name}</span>
              <span className="block text-meta text-muted">{lineDetail(line, props, now)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function lineDetail(
  line: PreviewLine,
  { after, names, target, reads, isOfMachine }: PreviewProps,
  now: number,
) {
  const { thing } = line
  const found = reads[thing.id]
  if (thing.kind === 'machine' && !(line.after & READ) && found !== undefined) return readWords(found, now)
  if (isOfMachine) return `${rightWords(line.before)} → ${rightWords(line.after)}`
  if (line.after & READ) return `${rightWords(line.after)}: ${reasonWords(after, names, thing.id, target)}`
  return line.before & WRITE ? 'Could read and write; nothing is left' : 'Could read; nothing is left'
}

function riskTitle(risk: Risk): string {
  if (risk.kind === 'self')
    return risk.keepsRead ? 'You will not be able to change this any more.' : 'You lose your own access here.'
  if (risk.kind === 'last-writer')
    return `${risk.name} held the last right to write here${risk.isCertain ? '' : ', as far as your account is told'}.`
  return `${risk.name} will stop working.`
}

function riskText(risk: Risk, reads: Record<string, MachineReads | null>): string {
  if (risk.kind === 'self')
    return risk.keepsRead
      ? 'Only somebody with a right to write can give it back.'
      : 'This page will say “not permitted” afterwards; somebody else has to give it back.'
  if (risk.kind === 'last-writer') return lastWriterText(risk)
  const found = reads[risk.id]
  return found
    ? 'It read here in the last 30 days and has no other way to it.'
    : 'Whether it read here lately is not known, and it has no other way to it.'
}

/** Grants on the object and on its project count, direct and through groups. */
function lastWriterText({ admins, isCertain }: Extract<Risk, { kind: 'last-writer' }>): string {
  const who = admins === 0 ? 'owners and admins' : `the ${admins} owners and admins that are listed`
  const words = `Afterwards only ${admins === 1 ? 'the 1 owner or admin that is listed' : who} can change it or its access.`
  return isCertain ? words : `${words} Some grants are not told to you: others may be left.`
}

interface ActsProps {
  saving: ReturnType<typeof useGrantSave>
  changeCount: number
}

/** The ticks, and the one solid button of the tab. */
export function PreviewActs({ saving, changeCount }: ActsProps) {
  const { risks, ticked, tick, closedReason, isSaving, discard, save } = saving
  const noun = changeCount === 1 ? 'change' : 'changes'
  return (
    <div className="flex w-full flex-col gap-3">
      {risks.map((risk) => (
        <Checkbox
          key={risk.id}
          checked={ticked.has(risk.id)}
          onChange={() => tick(risk.id)}
          disabled={isSaving}
          label={risk.kind === 'machine' ? riskLabel(risk) : `I know that ${riskLabel(risk)}`}
        />
      ))}
      <div className="flex flex-wrap justify-between gap-2">
        <Button onClick={discard} disabledReason={isSaving && 'The changes are being saved.'}>
          Discard {changeCount} {noun}
        </Button>
        <Button variant="solid" busy={isSaving} disabledReason={closedReason} onClick={save}>
          Save {changeCount} access {noun}
        </Button>
      </div>
    </div>
  )
}
