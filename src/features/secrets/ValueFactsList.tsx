import { Equal, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import type { ValueFacts } from '#/domain/value-facts'
import { strengthSteps } from '#/domain/value-strength'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { FactList, type Fact } from '#/ui/FactList'
import { Icon } from '#/ui/Icon'
import { StrengthBar } from '#/ui/StrengthBar'
import { counted } from '#/lib/counted'

const SameValueDialog = lazy(async () => ({
  default: (await import('./same/SameValueDialog')).SameValueDialog,
}))

/** What the value is, told without showing any of it; stays when the value is hidden again. */
export function ValueFactsList({ facts }: { facts: ValueFacts }) {
  const { timeZone } = useSettings()
  const [isComparing, setComparing] = useState(false)
  const rows: Fact[] = [
    {
      label: 'Length',
      value: [
        counted(facts.bytes, 'byte'),
        ...(facts.characters === facts.bytes ? [] : [counted(facts.characters, 'character')]),
        counted(facts.lines, 'line'),
      ].join(', '),
    },
    { label: 'Kind', value: facts.kind ?? 'Plain text' },
    { label: 'Characters', value: facts.classes || 'None' },
    { label: 'Strength', value: <StrengthText strength={facts.strength} /> },
    { label: 'Line ends', value: LINE_ENDS[facts.lineEnds] },
    ...(facts.atTheStart ? [{ label: 'At the start', value: <Odd>{facts.atTheStart}</Odd> }] : []),
    { label: 'At the end', value: facts.atTheEnd ? <Odd>{facts.atTheEnd}</Odd> : 'No spaces, no line end' },
    ...(facts.invisible > 0
      ? [{ label: 'Invisible', value: <Odd>{counted(facts.invisible, 'invisible character')}</Odd> }]
      : []),
    {
      label: 'Expiry inside',
      value: facts.isBrokenCertificate ? (
        <Odd>A certificate that does not parse: it is cut off or damaged</Odd>
      ) : facts.expiresAt === null ? (
        'None found'
      ) : (
        absoluteTime(facts.expiresAt, timeZone)
      ),
    },
  ]
  const covered = useCoveredReason()
  return (
    <section aria-labelledby="value-facts" className="mt-6">
      <h2 id="value-facts" className="mb-2 text-section font-semibold">
        What the value is
      </h2>
      <FactList facts={rows} />
      <Button
        className="mt-3"
        size={28}
        icon={Equal}
        disabledReason={covered}
        onClick={() => setComparing(true)}
      >
        Look for the same value elsewhere
      </Button>
      {isComparing && (
        <Suspense>
          <SameValueDialog onClose={() => setComparing(false)} />
        </Suspense>
      )}
    </section>
  )
}

const LINE_ENDS: Record<ValueFacts['lineEnds'], string> = {
  none: 'None, one line',
  LF: 'LF on every line',
  CRLF: 'CRLF on every line',
  CR: 'CR on every line',
  mixed: 'Mixed',
}

function StrengthText({ strength }: Pick<ValueFacts, 'strength'>) {
  if (!strength) return 'Not estimated'
  const where = { value: '', 'strongest field': ' in the strongest field', password: ' in the password' }
  const text = `about ${counted(strength.bits, 'bit')}${where[strength.of]}`
  return <StrengthBar level={strengthSteps(strength.bits)} text={text} />
}

function Odd({ children }: { children: string }) {
  return (
    <span className="flex items-center gap-1 text-warning">
      <Icon of={TriangleAlert} size={14} className="text-warning-icon" />
      {children}
    </span>
  )
}
