import type { Browser } from '@playwright/test'
import { personas } from '#/mocks/seed/personas'
import type { PersonaId } from '#/mocks/seed/personas'
import { median, type Line } from './lines.mjs'
import { longestBlock, type Block } from './page-work'
import { openBrowser, servePreview } from './support.mjs'

const ROUNDS = 7
const LIMIT = 30

/** Locks, then unlocks with a wrong password: the whole derivation, and nothing else of the page's work. */
async function blocksOf(browser: Browser, app: string, id: PersonaId): Promise<Block[]> {
  const person = personas.find((each) => each.id === id)
  if (!person) throw new Error(`There is no persona ${id}.`)
  const page = await browser.newPage()
  await page.goto(`${app}/sign-in`)
  await page.getByLabel('E-mail').fill(person.email)
  const password = page.getByLabel('Master password', { exact: true })
  await password.fill(person.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Lock in all tabs' }).click()
  const unlock = page.getByRole('button', { name: 'Unlock' })
  await unlock.waitFor()
  const blocks: Block[] = []
  for (let round = -1; round < ROUNDS; round += 1) {
    await password.fill(`wrong ${round}`)
    const block = await longestBlock(page, async () => {
      await unlock.click()
      await page.locator('[aria-invalid="true"]').waitFor()
    })
    if (round >= 0) blocks.push(block)
  }
  await page.close()
  return blocks
}

/** Line 9: the page's thread while the key is derived from the password. */
export default async function unlock(): Promise<Line[]> {
  const app = await servePreview()
  const browser = await openBrowser()
  const lines: Line[] = []
  for (const [id, name] of [
    ['owner', 'PBKDF2'],
    ['argonAdmin', 'Argon2id'],
  ] as const) {
    const blocks = await blocksOf(browser, app, id)
    const work = median(blocks.map((block) => block.work))
    const clock = median(blocks.map((block) => block.clock))
    lines.push({
      line: 9,
      what: `unlock with ${name}: longest block of the page (${clock.toFixed(0)} ms by the clock)`,
      value: work,
      unit: 'ms',
      goal: `≤ ${LIMIT} ms`,
      holds: work <= LIMIT,
    })
  }
  return lines
}
