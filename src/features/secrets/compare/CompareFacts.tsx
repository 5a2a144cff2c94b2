import type { ValueFacts } from '#/domain/value-facts'
import { counted } from '#/lib/counted'
import type { ComparisonState } from './use-comparison'

type Compared = NonNullable<NonNullable<ComparisonState['shown']>['comparison']>

const LINE_ENDS: Record<ValueFacts['lineEnds'], string> = {
  none: 'None',
  LF: 'LF',
  CRLF: 'CRLF',
  CR: 'CR',
  mixed: 'Mixed',
}

/** The facts of both values beside each other: they need no reveal and quote nothing. */
export function CompareFacts({ compared }: { compared: Compared }) {
  const rows = rowsOf(compared)
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">What both values are</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">Same or not</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, a, b]) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="w-28 py-1.5 pr-3 text-left align-top font-normal text-muted">
                {label}
              </th>
              <td className={a === b ? muted : plain}>{a}</td>
              <td className={a === b ? muted : plain}>{b}</td>
              <td className={`w-18 ${a === b ? muted : plain}`}>{a === b ? 'Same' : 'Differs'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const plain = 'py-1.5 pr-3 align-top'
const muted = `${plain} text-muted`

function rowsOf({ a, b, keys }: Compared): [string, string, string][] {
  const both = (label: string, of: (facts: ValueFacts) => string): [string, string, string] => [
    label,
    of(a),
    of(b),
  ]
  const keyWords = (side: { count: number; notInOther: number }, other: string) =>
    side.notInOther === 0
      ? counted(side.count, 'key')
      : `${counted(side.count, 'key')}, ${side.notInOther} of them not in ${other}`
  return [
    both('Length', (facts) => `${counted(facts.bytes, 'byte')}, ${counted(facts.lines, 'line')}`),
    both('Kind', (facts) => facts.kind ?? 'Plain text'),
    ...(keys
      ? [['JSON keys', keyWords(keys.a, 'B'), keyWords(keys.b, 'A')] as [string, string, string]]
      : []),
    both('Strength', (facts) =>
      facts.strength ? `about ${counted(facts.strength.bits, 'bit')}` : 'Not estimated',
    ),
    both('Line ends', (facts) => LINE_ENDS[facts.lineEnds]),
    both('End of value', (facts) => facts.atTheEnd ?? 'No line end, no spaces'),
  ]
}
