import { stripVTControlCharacters } from 'node:util'

const LINES = 14

/** Why a test failed, for the end of the output: of a long log often only that is kept. @typedef {{ test: string, why: string }} Failure */

/** @param {unknown} value @returns {Record<string, any>[]} */
const asList = (value) => (Array.isArray(value) ? value : [])

/** @param {unknown} text */
function shorten(text) {
  const lines = stripVTControlCharacters(typeof text === 'string' ? text : 'no message').split('\n')
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .join('\n')
}

/** @param {any} report Vitest's JSON report. @returns {Failure[]} */
export function failuresOfVitest(report) {
  return asList(report?.testResults).flatMap((file) => {
    const tests = asList(file.assertionResults).filter(({ status }) => status === 'failed')
    if (tests.length === 0 && file.status === 'failed')
      return [{ test: file.name, why: shorten(file.message) }]
    return tests.map((each) => ({
      test: `${file.name} ${each.fullName}`,
      why: shorten(asList(each.failureMessages)[0]),
    }))
  })
}

/** @param {any} report Playwright's JSON report. @returns {Failure[]} */
export function failuresOfPlaywright(report) {
  const outside = asList(report?.errors).map(({ message }) => ({
    test: 'outside of tests',
    why: shorten(message),
  }))
  return [...outside, ...asList(report?.suites).flatMap(failuresOfSuite)]
}

/** @param {Record<string, any>} suite @returns {Failure[]} */
function failuresOfSuite(suite) {
  const here = asList(suite.specs)
    .filter(({ ok }) => ok === false)
    .flatMap(({ title, file, line, tests }) => {
      const errors = asList(tests).flatMap((test) =>
        asList(test.results).flatMap((run) => asList(run.errors)),
      )
      return {
        test: `${file}:${line} ${title}`,
        why: errors.map(({ message }) => shorten(message)).join('\n'),
      }
    })
  return [...here, ...asList(suite.suites).flatMap(failuresOfSuite)]
}
