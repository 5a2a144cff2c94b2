import { describe, expect, it } from 'vitest'
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs'

describe('what is repeated of failures at the end of the output', () => {
  it('names the test, the place and the first lines of each error', () => {
    const results = [{ errors: [{ message: '\u001b[31mError: expected\u001b[39m\n\n  Timeout: 15000ms' }] }]
    const spec = { title: 'works', file: 'a.spec.ts', line: 7, ok: false, tests: [{ results }] }
    const fine = {
      title: 'fine',
      file: 'a.spec.ts',
      line: 9,
      ok: true,
      tests: [{ results: [{ errors: [] }] }],
    }
    expect(failuresOfPlaywright({ suites: [{ specs: [fine], suites: [{ specs: [spec] }] }] })).toEqual([
      { test: 'a.spec.ts:7 works', why: 'Error: expected\n  Timeout: 15000ms' },
    ])
  })

  it('tells errors outside of tests', () => {
    expect(failuresOfPlaywright({ errors: [{ message: 'port in use' }] })).toEqual([
      { test: 'outside of tests', why: 'port in use' },
    ])
  })

  it('names unit tests, and files that do not load', () => {
    const failed = { status: 'failed', fullName: 'adds', failureMessages: ['AssertionError: 1\n2\n3'] }
    const report = {
      testResults: [
        { name: 'a.test.ts', status: 'failed', assertionResults: [failed, { status: 'passed' }] },
        { name: 'b.test.ts', status: 'failed', assertionResults: [], message: 'no such module' },
        { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    }
    expect(failuresOfVitest(report)).toEqual([
      { test: 'a.test.ts adds', why: 'AssertionError: 1\n2\n3' },
      { test: 'b.test.ts', why: 'no such module' },
    ])
  })

  it('keeps a long message short, and takes what is not a report', () => {
    const message = Array.from({ length: 90 }, (_, line) => `line ${line}`).join('\n')
    expect(failuresOfPlaywright({ errors: [{ message }] })[0]?.why.split('\n')).toHaveLength(14)
    for (const report of [undefined, null, 'garbage', { suites: 3, testResults: {} }])
      expect([failuresOfPlaywright(report), failuresOfVitest(report)]).toEqual([[], []])
  })
})
