import type { Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

/** What a person's system can ask for; the console follows it while its theme is "System". */
const themes = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'hc-light': { colorScheme: 'light', contrast: 'more' },
  'hc-dark': { colorScheme: 'dark', contrast: 'more' },
} as const

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function run(page: Page, part: string | undefined, options: RunOptions): Promise<string[]> {
  // Run through the debugger, so that the policy of the page need not be loosened.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`)
  const { violations } = await page.evaluate(
    ([within, given]): Promise<AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run(within ?? document, given),
    [part, options] as const,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/**
 * What axe finds on the page as it is: all rules in light, and the colours again in the other themes, since
 * nothing else changes with them. A `part` is looked at alone, wherever it stands.
 */
export async function findings(page: Page, part?: string): Promise<string[]> {
  const found: string[] = []
  for (const [theme, media] of Object.entries(themes)) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await page.locator(`html[data-theme="${theme}"]`).waitFor()
    const runOnly = theme === 'light' ? everyRule : ['color-contrast']
    const rules = { region: { enabled: part === undefined } }
    const more = await run(page, part, { runOnly, rules, resultTypes: ['violations'] })
    found.push(...more.map((finding) => `${theme}: ${finding}`))
  }
  await page.emulateMedia(themes.light)
  return found
}
