import { expect, it } from 'vitest'
import { csvField, csvText } from '#/lib/csv'
import { lossesCsv } from './losses-csv'

it('quotes what a reader of CSV would take apart, and disarms formulas', () => {
  expect(csvField('plain')).toBe('plain')
  expect(csvField('a,b')).toBe('"a,b"')
  expect(csvField('say "hi"')).toBe('"say ""hi"""')
  expect(csvField('two\nlines')).toBe('"two\nlines"')
  expect(csvField('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`)
  expect(csvText([['Zoë', 'a,b']])).toBe('\uFEFFZoë,"a,b"\r\n')
})

it('has a line for each who loses it, and one for the header', () => {
  const project = { id: 'p', name: 'Pay', canWrite: true, changed: 0, created: 0, secrets: 1 }
  const machine = { id: 'm', name: 'bot', canWrite: false, reach: '1 of 2', reads: 'None', stops: false }
  const people = [{ id: 'g', kind: 'group' as const, name: 'Ops', canWrite: true }]
  expect(
    lossesCsv(project, { machines: [machine], people })
      .split('\r\n')
      .slice(1),
  ).toEqual([
    'p,Pay,machine account,m,bot,can read,1 of 2,None',
    'p,Pay,group,g,Ops,can read and write,,',
    '',
  ])
})
