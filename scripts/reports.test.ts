import { describe, expect, it } from 'vitest'
import { countOne, countPlaywright, countVitest } from './reports.mjs'

describe('a step that only ends well or badly', () => {
  it('counts one', () => {
    expect(countOne(0)).toEqual({ passed: 1, failed: 0 })
    expect(countOne(2)).toEqual({ passed: 0, failed: 1 })
    expect(countOne(null)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('unit tests', () => {
  const report = (passed: number, failed: number, testResults: unknown[] = []) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults,
  })

  it('counts what the report says', () => {
    expect(countVitest(report(12, 0), 0)).toEqual({ passed: 12, failed: 0 })
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
    expect(countVitest(report(11, 1, [failing]), 1)).toEqual({ passed: 11, failed: 1 })
  })

  it('counts a file that does not load', () => {
    expect(countVitest(report(12, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({
      passed: 12,
      failed: 1,
    })
  })

  it('counts one failed after a crash, an error outside of tests, or an empty run', () => {
    expect(countVitest(undefined, null)).toEqual({ passed: 0, failed: 1 })
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 })
    expect(countVitest('garbage', 0)).toEqual({ passed: 0, failed: 1 })
    expect(countVitest(report(12, 0), 1)).toEqual({ passed: 12, failed: 1 })
    expect(countVitest(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('end-to-end tests', () => {
  const report = (expected: number, unexpected: number, errors: unknown[] = []) => ({
    stats: { expected, unexpected, flaky: 0, skipped: 3 },
    errors,
  })

  it('counts what the report says, and nothing for skipped tests', () => {
    expect(countPlaywright(report(40, 0), 0)).toEqual({ passed: 40, failed: 0 })
    expect(countPlaywright(report(38, 2), 1)).toEqual({ passed: 38, failed: 2 })
  })

  it('counts errors outside of tests', () => {
    expect(countPlaywright(report(0, 0, [{ message: 'server did not start' }]), 1)).toEqual({
      passed: 0,
      failed: 1,
    })
  })

  it('counts one failed after a crash, a bad end, or an empty run', () => {
    expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright(report(40, 0), 1)).toEqual({ passed: 40, failed: 1 })
    expect(countPlaywright(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
  })
})
