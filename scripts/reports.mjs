/** How many checks of a step went well, and how many did not. @typedef {{ passed: number, failed: number }} Count */

/**
 * A step that says only whether it went well.
 * @param {number | null} exitCode
 * @returns {Count}
 */
export function countOne(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * What a runner's counts mean together with how it ended: one that crashed, was unhappy for a reason that no test
 * shows, or found nothing to run, counts one failed.
 * @param {Count | undefined} count
 * @param {number | null} exitCode
 * @returns {Count}
 */
function judge(count, exitCode) {
  const { passed, failed } = count ?? { passed: 0, failed: 0 }
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1 }
  return { passed, failed }
}

/** @param {unknown} value @returns {Record<string, any> | undefined} */
const asObject = (value) => (typeof value === 'object' && value !== null ? value : undefined)

/**
 * @param {unknown} report Vitest's JSON report; undefined when none was written.
 * @param {number | null} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
  const { numPassedTests, numFailedTests, testResults } = asObject(report) ?? {}
  if (!Number.isInteger(numPassedTests) || !Number.isInteger(numFailedTests))
    return judge(undefined, exitCode)
  // A file that does not load fails without a single test in it.
  const brokenFiles = (Array.isArray(testResults) ? testResults : []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' &&
      !assertionResults?.some((/** @type {{ status: string }} */ each) => each.status === 'failed'),
  )
  return judge({ passed: numPassedTests, failed: numFailedTests + brokenFiles.length }, exitCode)
}

/**
 * @param {unknown} report Playwright's JSON report; undefined when none was written.
 * @param {number | null} exitCode
 * @returns {Count}
 */
export function countPlaywright(report, exitCode) {
  const { stats, errors } = asObject(report) ?? {}
  if (!Number.isInteger(stats?.expected) || !Number.isInteger(stats?.unexpected))
    return judge(undefined, exitCode)
  // Errors outside of tests: a spec that does not load, a server that does not start.
  const outside = Array.isArray(errors) ? errors.length : 0
  return judge({ passed: stats.expected + (stats.flaky ?? 0), failed: stats.unexpected + outside }, exitCode)
}
