import { findings } from './support/axe'
import { bar, dialog, grid, jobs, search, selectMatching, sheet, startMove } from './support/jobs'
import { expect, test } from './support/test'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { projectId, secretId, secretList } from './support/seed'

test('secrets are selected by keys, moved with a preview, and moved back', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText('list complete')).toBeVisible()
  await search(page).fill('PROD_MOBILE')
  await expect(page.getByText(/ of \d+ match/)).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('3 secrets selected')
  const before = (await mock.tables()).secrets.filter((row) => row.projectId === projectId('Sandbox')).length
  await page.keyboard.press('m')
  await expect(dialog(page).getByRole('heading', { name: 'Move 3 secrets' })).toBeVisible()
  await dialog(page).getByLabel('Into project').selectOption({ label: 'Sandbox' })
  const rows = dialog(page).getByRole('list', { name: 'What changes' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('→ Sandbox')
  await expect(dialog(page)).toContainText('3 reads and 3 writes, 6 events under your name.')
  expect(await findings(page, '[role=dialog]')).toEqual([])
  await mock.clearLog()
  await dialog(page).getByRole('button', { name: 'Move 3 secrets' }).click()
  const undo = page.getByRole('region', { name: 'Undo' })
  await expect(undo).toContainText('Move 3 secrets to Sandbox: 3 moved')
  expect(await mock.count('secretGet')).toBe(3)
  expect(await mock.count('secretUpdate')).toBe(3)
  const sandbox = async () =>
    (await mock.tables()).secrets.filter((row) => row.projectId === projectId('Sandbox')).length
  expect(await sandbox()).toBe(before + 3)
  await undo.getByRole('button', { name: 'Undo 3' }).click()
  await expect(undo).toContainText('Move 3 secrets back: 3 moved')
  expect(await sandbox()).toBe(before)
})

test('renaming tells doubles and blanks by row, and leaves them out', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretList)
  const count = await selectMatching(page, 'PROD_EDGE')
  await bar(page)
    .getByRole('button', { name: /^Rename/ })
    .click()
  await dialog(page).getByLabel('Find').fill('IN_NO_NAME_AT_ALL')
  await expect(dialog(page).getByRole('button', { name: 'Rename 0 secrets' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog(page).getByLabel('Find').fill('PROD_EDGE')
  await dialog(page).getByLabel('Replace with').fill('STAGING_EDGE')
  const list = dialog(page).getByRole('list', { name: 'What changes' })
  await expect(list).toContainText('→ STAGING_EDGE')
  // A name that cannot be decrypted is in every result, and cannot be renamed.
  await expect(list).toContainText('Its name cannot be decrypted')
  const go = dialog(page).getByRole('button', { name: /^Rename \d+ secrets?$/ })
  const going = Number(/\d+/.exec((await go.textContent()) ?? '')?.[0])
  expect(going).toBeLessThan(count)
  await go.press('Enter')
  await expect(page.getByRole('region', { name: 'Undo' })).toContainText(`${going} renamed`)
  await expect(page.getByText(new RegExp(`^${count - going} of \\d+ match`))).toBeVisible()
  expect(await mock.count('secretUpdate')).toBe(going)
})

test('a note is added to several, and taken back', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretList)
  await selectMatching(page, 'office wifi')
  await bar(page).getByRole('button', { name: 'Note' }).click()
  const add = dialog(page).getByRole('button', { name: /^Add to the note of/ })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await dialog(page).getByLabel('Text').fill('rotate in October')
  const before = await mock.secret(secretId('office wifi guest'))
  await add.click()
  const undo = page.getByRole('region', { name: 'Undo' })
  await expect(undo).toContainText('noted')
  const after = await mock.secret(secretId('office wifi guest'))
  expect(after.note).not.toBe(before.note)
  // What was not meant goes back as the very ciphertext that was read.
  expect([after.key, after.value]).toEqual([before.key, before.value])
  // A refused undo says so where it was pressed, changes nothing, and can be tried again.
  await mock.fail({ fault: 'reject', match: 'secretUpdate' })
  await undo.getByRole('button', { name: /^Undo/ }).click()
  await expect(undo).toContainText(/\d failed\. 400: Refused by a fault switch\./)
  await expect(jobs(page)).toHaveAccessibleName(/failed/)
  expect((await mock.secret(secretId('office wifi guest'))).note).toBe(after.note)
  await mock.mend()
  await undo.getByRole('button', { name: /^Retry \d failed$/ }).click()
  await expect(page.getByRole('button', { name: /^Jobs: \d put back/ })).toBeVisible()
  expect((await mock.secret(secretId('office wifi guest'))).note).not.toBe(after.note)
})

test('a 429 makes the queue wait; what fails stays with its reason, and is retried alone', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  const count = await selectMatching(page, 'PROD_WAREHOUSE')
  await mock.fail({ fault: 'status429', match: 'secretUpdate', after: 1, times: 1, retryAfter: 2 })
  await mock.fail({ fault: 'reject', match: 'secretUpdate', after: 2, times: 1 })
  await startMove(page, 'Sandbox')
  await jobs(page).click()
  await expect(sheet(page)).toContainText('The server asked for a pause; waited 2 s, now slower.')
  const card = sheet(page).getByRole('listitem', { name: `Move ${count} secrets to Sandbox` })
  await expect(card).toContainText('1 failed')
  await expect(card).toContainText('400: Refused by a fault switch.')
  const retry = card.getByRole('button', { name: 'Retry 1 failed' })
  await expect(retry).toBeVisible({ timeout: 30_000 })
  await mock.clearLog()
  await retry.click()
  await expect(card).toContainText(`${count} moved`)
  expect(await mock.count('secretUpdate')).toBe(1)
})

test('a job is paused, gone on with and cancelled; a second one waits', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretList)
  const count = await selectMatching(page, 'PROD_WAREHOUSE')
  await mock.fail({ fault: 'slow', match: 'secretGet', ms: 3_000 })
  await startMove(page, 'Sandbox')
  await selectMatching(page, 'office wifi')
  await startMove(page, 'Sandbox')
  await jobs(page).click()
  const first = sheet(page).getByRole('listitem', { name: `Move ${count} secrets to Sandbox` })
  const second = sheet(page).getByRole('listitem', { name: /^Move [12] secrets? to Sandbox/ })
  await expect(second).toContainText('Waits for the job before it.')
  await second.getByRole('button', { name: 'Pause' }).click()
  await first.getByRole('button', { name: 'Pause' }).click()
  await expect(first).toContainText(/Paused\. \d+ moved, \d+ not begun\./)
  await mock.clearLog()
  await first.getByRole('button', { name: 'Resume' }).click()
  await expect.poll(() => mock.count('secretUpdate')).toBeGreaterThan(0)
  expect(await findings(page, 'aside')).toEqual([])
  await first.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: /^Cancel/ }).click()
  await expect(first).toContainText(/cancelled, \d+ left as they were/)
  const sent = await mock.count('secretUpdate')
  await mock.mend()
  await second.getByRole('button', { name: 'Resume' }).click()
  await expect(second).toContainText(/moved/)
  await expect(first.getByRole('button', { name: /^Undo/ })).toBeVisible()
  expect(await mock.count('secretUpdate')).toBeLessThanOrEqual(sent + 3)
})

test('a lock pauses a job and unlocking goes on with it; a reload tells what is done and what is not', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  const count = await selectMatching(page, 'PROD_WAREHOUSE')
  await mock.fail({ fault: 'slow', match: 'secretGet', ms: 1_000 })
  await startMove(page, 'Sandbox')
  await expect.poll(() => mock.count('secretUpdate')).toBeGreaterThan(0)
  await lockButton(page).click()
  await unlock(page, credentialsOf('owner').password)
  const sent = await mock.count('secretUpdate')
  await expect.poll(() => mock.count('secretUpdate')).toBeGreaterThan(sent)

  // The worker outlives a reload: the console comes back open, and the job is found in the journal.
  await page.reload()
  await mock.mend()
  await jobs(page).click()
  const card = sheet(page).getByRole('listitem', { name: `Move ${count} secrets to Sandbox` })
  await expect(card).toContainText(/The page was closed or left in the middle\. \d+ moved, .*not begun\./)
  await card.getByRole('button', { name: /^Go on with \d+$/ }).click()
  await expect(card).toContainText('0 left', { timeout: 30_000 })
  const rows = (await mock.tables()).secrets.filter((row) => row.projectId === projectId('Sandbox'))
  expect(rows.length).toBeGreaterThanOrEqual(count - 1)
  // Each was written once: what was in flight was looked for first.
  expect(await mock.count('secretUpdate')).toBeLessThanOrEqual(count)
})

test('who may not restore deletes ten seconds late, and rows that are read only are named before', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'groupWriter', secretList)
  await expect(page.getByText('list complete')).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await bar(page).getByRole('button', { name: /^Move/ }).click()
  // This account may not read the log, so the looks of the job see a part only, and the plan says so.
  await expect(dialog(page)).toContainText('The event log is closed to your account')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await bar(page)
    .getByRole('button', { name: /^Delete/ })
    .click()
  const list = dialog(page).getByRole('list', { name: 'What changes' })
  await expect(list.getByRole('listitem').first()).toContainText('You can read it, not change it')
  await expect(dialog(page)).toContainText('Only owners and admins can restore it.')
  const typed = dialog(page).getByLabel(/^Type “\d+” to go on$/)
  await typed.fill(
    /\d+/.exec(
      (await dialog(page)
        .getByText(/ to go on$/)
        .textContent()) ?? '',
    )?.[0] ?? '',
  )
  await dialog(page)
    .getByRole('button', { name: /^Delete \d+ secrets$/ })
    .click()
  const undo = page.getByRole('region', { name: 'Undo' })
  await expect(undo).toContainText(/Sent in \d+ s, not before/)
  await undo.getByRole('button', { name: 'Undo' }).click()
  await expect(undo).toHaveCount(0)
  expect(await mock.count('secretDelete')).toBe(0)
})
