import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { findings } from './support/axe'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { harbourline } from './support/seed'
import { expect, test } from './support/test'

const events = `/orgs/${harbourline}/events`
const status = (page: Page) => page.locator('footer').last()
const open = (page: Page) => page.getByRole('button', { name: /^Export [\d,]+ events?$/ }).first()
const dialog = (page: Page) => page.getByRole('dialog')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** As in browsers that cannot write to a place of one's choice: no window of the system stands in the way of a test. */
const withoutPicker = (page: Page) =>
  page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'))

async function saved(page: Page, count: number, press: () => Promise<void>): Promise<Download[]> {
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  await press()
  await expect.poll(() => downloads.length).toBe(count)
  return downloads
}

const bytesOf = async (download: Download | undefined) => readFile((await download?.path()) ?? '')

interface Manifest {
  count: number
  files: { name: string; sha256: string; rows: number }[]
  completeness: { isComplete: boolean }
  exportedBy: { email: string }
  filter: { facets: unknown; words: { text: string; means: string[] }[] }
}

test('who has event logs only saves what is shown as CSV by keyboard; the manifest beside it has its hash', async ({
  page,
}) => {
  await withoutPicker(page)
  await signInAs(page, 'auditor', `${events}?last=30d&type=2100`)
  await expect(status(page)).toContainText('Range complete')
  const query = page.getByRole('searchbox', { name: 'Query events' })
  await query.fill('nothing-is-called-so')
  await expect(page.getByRole('button', { name: 'Export events' })).toHaveAttribute('aria-disabled', 'true')
  await query.fill('203.0.113')
  await expect(open(page)).toBeVisible()
  const shown = Number((await open(page).textContent())?.replaceAll(/\D/g, ''))
  expect(shown).toBeGreaterThan(100)

  await open(page).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('radio', { name: /^CSV/ })).toBeFocused()
  expect(await findings(page)).toEqual([])
  const [file, beside] = await saved(page, 2, () => pressSolid(page))
  await expect(dialog(page).getByRole('status')).toContainText(
    `${shown.toLocaleString('en-GB')} events saved.`,
  )
  expect(await findings(page)).toEqual([])

  const csv = await bytesOf(file)
  const manifest = JSON.parse(String(await bytesOf(beside))) as Manifest
  expect(beside?.suggestedFilename()).toBe(`${file?.suggestedFilename()}.manifest.json`)
  expect(manifest.files).toEqual([
    { name: file?.suggestedFilename(), rows: shown, bytes: csv.length, sha256: sha256(csv) },
  ])
  expect(manifest).toMatchObject({
    count: shown,
    completeness: { isComplete: true },
    exportedBy: { email: credentialsOf('auditor').email },
    filter: { facets: { type: { wanted: ['2100'], unwanted: [] } }, words: [{ text: '203.0.113' }] },
  })
  const lines = String(csv).split('\r\n')
  expect(lines).toHaveLength(shown + 2)
  // Without Secrets Manager ids stand for the names.
  expect(lines[1]).toMatch(/,Machine account [0-9a-f]{8} read secret [0-9a-f]{8},/)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(open(page)).toBeFocused()
})

/** On to the button at the end, and pressed there. */
async function pressSolid(page: Page) {
  const solid = dialog(page).getByRole('button', { name: /^Export [\d,]+ events?$/ })
  for (let step = 0; step < 6; step += 1) {
    if (await solid.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(solid).toBeFocused()
  await page.keyboard.press('Enter')
}

test('an evidence pack verifies offline from the disk, and a row that was changed is found', async ({
  page,
  browser,
}, info) => {
  await withoutPicker(page)
  await signInAs(page, 'owner', `${events}?last=7d`)
  await expect(status(page)).toContainText('Range complete')
  await open(page).click()
  await dialog(page)
    .getByRole('radio', { name: /^Evidence pack/ })
    .check()
  const [download] = await saved(page, 1, () =>
    dialog(page)
      .getByRole('button', { name: /^Export [\d,]+ events$/ })
      .click(),
  )
  const zip = info.outputPath('pack.zip')
  await download?.saveAs(zip)
  const noted = await dialog(page)
    .getByText(/^[0-9a-f]{64}$/)
    .last()
    .textContent()
  const files = unzipSync(await readFile(zip))
  await writeFile(info.outputPath('verify.html'), files['verify.html'] ?? '')
  const rows = strFromU8(files['events.jsonl'] ?? new Uint8Array())
  // Markup in a row stays text.
  const row = rows.replace('"what":"', '"what":"<img src=x onerror=alert(1)>')
  const changed = { ...files, 'events.jsonl': new TextEncoder().encode(row) }
  const forged = info.outputPath('forged.zip')
  await writeFile(forged, zipSync(changed))

  // Another browser, without a network.
  const elsewhere = await browser.newContext({ offline: true })
  const verifier = await elsewhere.newPage()
  await verifier.goto(`file://${info.outputPath('verify.html')}`)
  const choose = verifier.getByLabel(/Choose the ZIP/)
  await choose.setInputFiles(zip)
  await expect(verifier.getByText('Unchanged.')).toBeVisible()
  await expect(verifier.getByText(noted ?? '?', { exact: true })).toBeVisible()
  await expect(verifier.getByText(/^Yes: every event/)).toBeVisible()
  const [first = '{}'] = rows.split('\n')
  const { what } = JSON.parse(first) as { what: string }
  await verifier.getByLabel('Find in all fields').fill(what)
  await expect(verifier.getByRole('cell', { name: what }).first()).toBeVisible()

  await choose.setInputFiles(forged)
  await expect(verifier.getByText('Changed.')).toBeVisible()
  await expect(verifier.getByRole('row', { name: /events\.jsonl/ })).toContainText('✗ differs')
  await expect(verifier.getByRole('row', { name: /events\.csv/ })).toContainText('✓')
  await expect(verifier.getByRole('cell', { name: `<img src=x onerror=alert(1)>${what}` })).toBeVisible()
  await expect(verifier.locator('img')).toHaveCount(0)
  await elsewhere.close()
})

/** A place of one's choice whose disk never answers, and what became of the file. */
function withStuckDisk(page: Page) {
  return page.addInitScript(() => {
    const told: string[] = []
    const file = {
      name: 'chosen.jsonl',
      createWritable: async () => ({
        write: () => new Promise(() => told.push('write')),
        close: async () => void told.push('close'),
        abort: async () => void told.push('abort'),
      }),
      remove: async () => void told.push('remove'),
    }
    Object.assign(globalThis, { told, showSaveFilePicker: async () => file })
  })
}

const told = (page: Page) => page.evaluate(() => (globalThis as unknown as { told: string[] }).told.join(' '))

test('what is missing is said before; an export that is cancelled, or cut off by a lock elsewhere, leaves no file', async ({
  page,
  context,
  mock,
}) => {
  await mock.fail({ fault: 'status500', match: 'organizationEventList', after: 5 })
  await withStuckDisk(page)
  await signInAs(page, 'owner', `${events}?last=30d`)
  await expect(status(page)).toContainText('Not loaded:')
  await mock.mend()
  await open(page).click()
  await expect(dialog(page).getByRole('note')).toContainText('The manifest will say what is missing.')
  const begin = dialog(page).getByRole('button', { name: /^Export [\d,]+ events$/ })
  await begin.click()
  await expect(dialog(page).getByRole('progressbar')).toBeVisible()
  await expect(dialog(page)).toContainText('chosen.jsonl')
  await expect.poll(() => told(page)).toBe('write')
  await dialog(page).getByRole('button', { name: 'Cancel export' }).click()
  await expect(dialog(page)).toContainText('Nothing was saved.')
  await expect.poll(() => told(page)).toBe('write abort remove')

  await begin.click()
  await expect.poll(() => told(page)).toBe('write abort remove write')
  const other = await context.newPage()
  await other.goto(events)
  await lockButton(other).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(page.getByText('The console was locked in the middle of an export.')).toBeVisible()
  await expect.poll(() => told(page)).toBe('write abort remove write abort remove')
})
