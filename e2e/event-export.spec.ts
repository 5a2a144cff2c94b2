import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { findings } from './support/axe'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { harbourline, machineId, projectId, secretId, secretPath } from './support/seed'
import { expect, test } from './support/test'

const DAY = 86_400_000
const events = `/orgs/${harbourline}/events`
const STRIPE = 'PROD_PAYMENTS_STRIPE_KEY'
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
  range: { from: string; to: string }
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

test('the rows of one secret are saved from its own page; the manifest says whose log they are of', async ({
  page,
}) => {
  await withoutPicker(page)
  await signInAs(page, 'owner', `${secretPath(STRIPE)}/activity?face=events&range=7`)
  await expect(page.getByText('Range complete')).toBeVisible()
  await open(page).click()
  await expect(dialog(page)).toContainText('Events of this secret, newest first')
  await expect(dialog(page).getByRole('note')).toHaveCount(0)
  const begin = dialog(page).getByRole('button', { name: /^Export [\d,]+ events$/ })
  const shown = Number((await begin.textContent())?.replaceAll(/\D/g, ''))
  const [file, beside] = await saved(page, 2, () => begin.click())
  await expect(dialog(page).getByRole('status')).toContainText(`${shown} events saved.`)
  const manifest = JSON.parse(String(await bytesOf(beside))) as Manifest
  expect(manifest).toMatchObject({
    count: shown,
    log: { kind: 'secret', id: secretId(STRIPE) },
    completeness: { isComplete: true },
  })
  const lines = String(await bytesOf(file)).split('\r\n')
  expect(lines).toHaveLength(shown + 2)
  expect(lines.slice(1, -1).filter((line) => !line.includes(secretId(STRIPE)))).toEqual([])
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

test('an auditor finds all readers of one secret; the pack verifies offline from the disk, and a row that was changed is found', async ({
  page,
  mock,
  browser,
}, info) => {
  await withoutPicker(page)
  // With the log, and with reading what it tells of. The long log of others is thinned: each page takes its while.
  await mock.tamper((tables) => {
    const me = tables.users.find(({ email }) => email === credentialsOf('auditor').email)
    const seat = tables.members.find(
      ({ userId, organizationId }) => userId === me?.id && organizationId === harbourline,
    )
    const [grant] = tables.accessPolicies
    if (!seat || !grant) throw new Error('The seed has no auditor.')
    const read = { ...grant, granteeKind: 'member', granteeId: seat.id, read: true, write: false } as const
    tables.accessPolicies.push(
      { ...read, id: crypto.randomUUID(), targetKind: 'project', targetId: projectId('Payments') },
      { ...read, id: crypto.randomUUID(), targetKind: 'serviceAccount', targetId: machineId('ci-deploy') },
    )
    const ofStripe = secretId(STRIPE)
    tables.events = tables.events.filter((row, at) => row.secretId === ofStripe || at % 20 === 0)
  })
  await signInAs(page, 'auditor', `${events}?last=90d&object=secret:${secretId(STRIPE)}&type=2100`)
  await expect(page.getByRole('button', { name: `Remove filter object:${STRIPE}` })).toBeVisible()
  await expect(status(page)).toContainText('Range complete')
  // Every reader by name, with how often.
  const readers = page.getByRole('region', { name: 'Actor' })
  await expect(readers.getByRole('checkbox', { name: 'ci-deploy' })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Events' })).toContainText(`read secret ${STRIPE}`)
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
  // Every read of these days that the server has, and no other row.
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest
  const { from, to } = manifest.range
  const reads = (await mock.tables()).events.filter(
    ({ secretId: id, type, date }) => id === secretId(STRIPE) && type === 2100 && date >= from && date <= to,
  )
  expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(89 * DAY)
  expect(manifest).toMatchObject({ count: reads.length, completeness: { isComplete: true } })
  expect(rows.trimEnd().split('\n')).toHaveLength(reads.length)
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
