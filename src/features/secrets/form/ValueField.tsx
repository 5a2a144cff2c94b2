import { Check, Dices, EyeOff, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { fromEdited, lineEndsOf, toEdited, type LineEnds } from '#/domain/line-ends'
import { measure } from '#/domain/secret-limits'
import type { SecretTexts } from '#/domain/secret-conflict'
import { valueFacts, type ValueFacts } from '#/domain/value-facts'
import { useField, type FormControl } from '#/forms/use-typed-form'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { TextArea } from '#/ui/TextArea'
import { SAVING } from './closed-reason'
import { Counter } from './Counter'
import { LeaveAsItWas } from './LeaveAsItWas'
import { sizeWords } from './size-words'
import { UnreadableField } from './UnreadableField'

const Generator = lazy(async () => ({ default: (await import('./generator/Generator')).Generator }))

interface Props {
  control: FormControl<SecretTexts>
  isSaving: boolean
  /** Undefined for a new secret. */
  was?: string | null
}

/** The value, hidden as soon as the field is left. Every byte stays as typed, line ends included. */
export function ValueField({ control, isSaving, was }: Props) {
  const { ref, value, onChange, error } = useField(control, 'value')
  const [isLeft, setLeft] = useState(false)
  const leave = () => {
    setLeft(true)
    onChange(null)
  }
  const [isHere, setHere] = useState(false)
  const [isGenerating, setGenerating] = useState(false)
  // Judged by what the edit began with: an end that is added later must not turn all the others round.
  const [ends] = useState<LineEnds>(() => lineEndsOf(was ?? ''))
  const facts = useMemo(() => (value === null ? null : valueFacts(value)), [value])
  if (value === null || !facts)
    return (
      <UnreadableField
        label="Value"
        autoFocus={isLeft}
        isSaving={isSaving}
        onOverwrite={() => onChange('')}
      />
    )
  return (
    <div>
      <TextArea
        ref={ref}
        readOnly={isSaving}
        autoFocus={was === null}
        label="Value"
        mono
        hasLineNumbers
        rows={4}
        isMasked={!isHere}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={toEdited(value, ends)}
        error={error}
        counter={<Counter field="value" isBytes measure={measure('value', value)} />}
        hint={<ValueHint facts={facts} was={was} />}
        hintAside={
          was === null ? (
            <LeaveAsItWas isSaving={isSaving} onClick={leave} />
          ) : (
            <span className="flex items-center gap-1 max-sm:hidden">
              <Icon of={EyeOff} size={14} />
              {isHere ? 'Hides when you leave the field' : 'Shown while you are in the field'}
            </span>
          )
        }
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
        onChange={(text) => onChange(fromEdited(text, ends))}
      />
      <LineEndNote before={ends} now={facts.lineEnds} />
      {isGenerating ? (
        <Suspense>
          <div className="mt-2">
            <Generator
              value={value}
              isSaving={isSaving}
              onChange={onChange}
              onClose={() => setGenerating(false)}
            />
          </div>
        </Suspense>
      ) : (
        <Button
          className="mt-2"
          size={28}
          icon={Dices}
          disabledReason={isSaving && SAVING}
          onClick={() => setGenerating(true)}
        >
          Generate a value
        </Button>
      )}
    </div>
  )
}

function ValueHint({ facts, was }: { facts: ValueFacts; was: string | null | undefined }) {
  const odd = [
    facts.atTheStart && `${facts.atTheStart} at the start`,
    facts.atTheEnd && `${facts.atTheEnd} at the end`,
    facts.invisible > 0 && `${facts.invisible} invisible`,
  ].filter(Boolean)
  if (facts.bytes === 0) return 'Empty'
  return (
    <span className="flex flex-wrap gap-x-4">
      <span className={odd.length > 0 ? 'flex gap-1 text-warning' : 'flex gap-1 text-text'}>
        <Icon
          of={odd.length > 0 ? TriangleAlert : Check}
          size={14}
          className={odd.length > 0 ? 'mt-px text-warning-icon' : 'mt-px text-good'}
        />
        {facts.lines === 1 ? '1 line' : `${facts.lines} lines`},{' '}
        {odd.length > 0 ? `${odd.join(', ')}: kept` : 'no spaces or line ends around it'}
      </span>
      {typeof was === 'string' && <span>Was {sizeWords(was)}</span>}
    </span>
  )
}

/** Said before anything is typed: a field of the browser would turn every line end into LF without a word. */
function LineEndNote({ before, now }: { before: LineEnds; now: LineEnds }) {
  const words =
    before === 'CRLF'
      ? 'Its lines end with CRLF. Lines that you add end with CRLF too.'
      : before === 'mixed' || (now === 'mixed' && before !== 'none')
        ? 'Its line ends are mixed. ␍ stands for a carriage return; each stays where it is, and Enter adds a line feed (LF).'
        : now === 'CR' || now === 'CRLF' || now === 'mixed'
          ? 'It holds carriage returns, shown as ␍. They are kept; delete them if they came along by accident.'
          : null
  return words && <p className="mt-1 text-meta text-muted">{words}</p>
}
