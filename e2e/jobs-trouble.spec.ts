import { findings } from './support/axe'
import { bar, dialog, grid, jobs, selectMatching, sheet, startMove } from './support/jobs'
import { expect, test } from './support/test'
import { largeOwner, passwordField, signIn, signInAs } from './support/sign-in'
import { longshore, secretList } from './support/seed'

test('a save that slips in and a refusal are told per item, on the row too, and outlast a reload', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  const count = await selectMatching(page, 'PROD_WAREHOUSE')
  await mock.fail({ fault: 'colleagueSaves', match: 'secretGet', times: 1 })
  await mock.fail({ fault: 'reject', match: 'secretUpdate', after: 1, times: 1 })
  await mock.fail({ fault: 'slow', match: 'secretUpdate', ms: 300, after: 2 })
  await startMove(page, 'Sandbox')
  await expect(grid(page).getByText('To be moved').first()).toBeVisible()
  await expect(grid(page).getByText('Not moved')).toHaveCount(1)
  await jobs(page).click()
  const card = sheet(page).getByRole('listitem', { name: `Move ${count} secrets to Sandbox` })
  await expect(card).toContainText(`${count - 1} moved1 to look at`)
  await expect(card).toContainText('1 failed')
  const slipped = 'Somebody else saved it between the read and the write of this job.'
  await expect(card).toContainText(slipped)
  expect(await findings(page, 'aside')).toEqual([])

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+.')
  await expect(page.getByRole('button', { name: /Names hidden/ })).toBeVisible()
  await jobs(page).click()
  await expect(sheet(page)).toContainText(slipped)
  await expect(sheet(page)).not.toContainText(/PROD_|Sandbox/)
  // It takes the focus once it is drawn, and would take it from the grid.
  await expect(sheet(page)).toBeFocused()
  // Acts are closed before they are pressed.
  await grid(page).focus()
  await page.keyboard.press('x')
  const move = bar(page).getByRole('button', { name: /^Move/ })
  await expect(move).toHaveAttribute('aria-disabled', 'true')
  await expect(move).toHaveAccessibleDescription(/Screen-share mode is on/)
  await page.keyboard.press('m')
  await expect(dialog(page)).toHaveCount(0)

  await page.reload()
  await jobs(page).click()
  await expect(card).toContainText(slipped)
  await expect(card).toContainText('400: Refused by a fault switch.')
  await card.getByRole('link', { name: 'Look at its versions' }).click()
  await expect(page).toHaveURL(/\/versions$/)
})

test('two tabs run one job at a time; a tab that is closed leaves its job to the other', async ({
  page,
  context,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  const count = await selectMatching(page, 'PROD_WAREHOUSE')
  await mock.fail({ fault: 'slow', match: 'secretGet', ms: 2_000 })
  await startMove(page, 'Sandbox')
  await expect(jobs(page)).toHaveAccessibleName(/Moving/)

  const other = await context.newPage()
  await other.goto(secretList)
  await expect(jobs(other)).toHaveAccessibleName('Jobs: A job in another tab')
  await selectMatching(other, 'office wifi')
  await startMove(other, 'Sandbox')
  await jobs(other).click()
  const second = sheet(other).getByRole('listitem', { name: /^Move [12] secrets? to Sandbox/ })
  await expect(second).toContainText('Waits for a job in another tab.')
  await expect(sheet(other)).toContainText('It is shown and steered in that tab.')
  expect(await findings(other, 'aside')).toEqual([])

  await page.close()
  const first = sheet(other).getByRole('listitem', { name: `Move ${count} secrets to Sandbox` })
  await expect(first).toContainText(/The page was closed or left in the middle\. \d+ moved/)
  await mock.mend()
  await expect(second).toContainText(/[12] moved/)
  await first.getByRole('button', { name: /^Go on with \d+$/ }).click()
  await expect(first).toContainText('0 left', { timeout: 30_000 })
  // Each was written once, in whichever tab.
  const written = (await mock.log()).filter(({ endpoint }) => endpoint === 'secretUpdate')
  expect(new Set(written.map(({ path }) => path)).size).toBe(written.length)
})

test('ten thousand are selected and the session ends half-way: what was sent, what not, and what nobody knows', async ({
  page,
  mock,
}) => {
  const list = `/orgs/${longshore}/secrets`
  await mock.create({ seed: 'large', secrets: 10_000, events: 0 })
  // Slow enough that the job is under way whenever this looks at it, on a machine that stalls too.
  await mock.fail({ fault: 'slow', match: 'secretDelete', ms: 400 })
  await signIn(page, largeOwner, `/sign-in?to=${list}`)
  await expect(page.getByText('list complete')).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText('10,000 secrets selected')
  await bar(page)
    .getByRole('button', { name: /^Delete/ })
    .click()
  await dialog(page)
    .getByLabel(/^Type “10000”/)
    .fill('10000')
  await dialog(page).getByRole('button', { name: 'Delete 10,000 secrets' }).click()
  await expect.poll(() => mock.count('secretDelete')).toBeGreaterThan(2)
  await mock.forward(40 * 86_400_000)
  await expect(page.getByText('The server ended your session.')).toBeVisible()
  const gone = async () => (await mock.tables()).secrets.filter((row) => row.deletedDate !== null).length
  const before = await gone()

  await passwordField(page).fill(largeOwner.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await jobs(page).click()
  const card = sheet(page).getByRole('listitem', { name: 'Delete 10,000 secrets' })
  await expect(card).toContainText('The page was closed or left in the middle.')
  await expect(card).toContainText(`${before.toLocaleString('en-GB')} deleted, 100 not known`)
  await card.getByRole('button', { name: /^Go on with [\d,]+$/ }).click()
  const sent = await mock.count('secretDelete')
  await expect.poll(() => mock.count('secretDelete')).toBeGreaterThan(sent + 1)
  await card.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: /^Cancel/ }).click()
  await expect(card).toContainText(/cancelled, [\d,]+ left as they were/)
  // What was on its way when it was cancelled is still counted.
  const told = async () =>
    Number((await card.getByText(/^[\d,]+ deleted$/).textContent())?.replaceAll(/\D/g, ''))
  await expect.poll(async () => (await told()) - (await gone())).toBe(0)
})
