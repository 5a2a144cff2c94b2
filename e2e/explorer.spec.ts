import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { idFor } from '#/mocks/seed/random'
import { findings } from './support/axe'
import { explorer, machineId, projectId, projectList, secretId } from './support/seed'
import { lockButton, signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const matrix = (page: Page) => page.getByRole('grid', { name: 'Access by project' })
const memberId = (slug: string) => idFor(`member/harbourline/${slug}`)

/** The cell of a row in a column of the table, by their names. */
async function cell(page: Page, who: string, project: string) {
  const row = matrix(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: who, exact: true }) })
  const head = matrix(page)
    .getByRole('columnheader')
    .filter({ hasText: new RegExp(`^${project}\\d`) })
  const column = await head.getAttribute('aria-colindex')
  return row.locator(`[role=gridcell][aria-colindex="${column}"]`)
}

test('the matrix tells every right by its way, and opens the proof of a cell', async ({ page, mock }) => {
  await signInAs(page, 'owner', projectList)
  await page.getByRole('link', { name: 'Explorer' }).click()
  await expect(page.getByText('14 of 14 projects read')).toBeVisible()
  await page.getByRole('searchbox').fill('Priya')
  await expect(await cell(page, 'Priya Raman', 'Payments')).toHaveAccessibleName(
    /Can read and write, through a group/,
  )
  await expect(await cell(page, 'Priya Raman', 'Warehouse')).toHaveAccessibleName(/Can read, through a group/)
  await page.getByRole('searchbox').fill('Jonas')
  await expect(await cell(page, 'Jonas Weidl', 'Payments')).toHaveAccessibleName(/Can read and write, direct/)
  await (await cell(page, 'Jonas Weidl', 'Payments')).click()
  const sheet = page.getByRole('complementary', { name: 'Jonas Weidl in Payments' })
  await expect(sheet).toContainText('Would remain without it')
  await expect(sheet).toContainText('Contractors')
  expect(page.url()).toContain(`cell=${memberId('projectWriter')}.${projectId('Payments')}`)
  expect(page.url()).not.toContain('Jonas')
  expect(await findings(page)).toEqual([])
  expect(await mock.count('secretGet')).toBe(0)
})

test('the matrix by keyboard, its filters in the URL, and its export', async ({ page }) => {
  await signInAs(page, 'owner', `${explorer}?kinds=machine`)
  await expect(page.getByText('14 of 14 projects read')).toBeVisible()
  await expect(matrix(page).getByRole('rowheader', { name: 'ci-deploy' })).toBeVisible()
  await expect(matrix(page).getByRole('rowheader', { name: 'Mara Lindqvist' })).toBeHidden()
  await matrix(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(matrix(page)).toBeFocused()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /as CSV/ }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.split('\r\n')[0]).toBe('\uFEFFkind,id,name,project id,project,access,because')
  expect(text).toMatch(/machine,[0-9a-f-]{36},ci-deploy,/)
})

test('who can reach a project, and what a machine account can reach', async ({ page }) => {
  await signInAs(page, 'owner', `${explorer}?view=who&of=${projectId('Warehouse')}`)
  const who = page.getByRole('table', { name: 'Effective access' })
  await expect(who.getByRole('row').filter({ hasText: 'Aiko Senda' })).toContainText('Can read')
  await page.getByRole('radio', { name: 'What can reach' }).check({ force: true })
  await page.getByRole('searchbox').fill('payments-api')
  await page.getByRole('combobox').selectOption('payments-api (machine account)')
  await expect(
    page.getByRole('heading', { name: /payments-api reads ≥ \d+ secrets in \d+ project/ }),
  ).toBeVisible()
  await expect(page.getByText(/The server counts \d+ secrets in reach/)).toBeVisible()
  expect(await findings(page)).toEqual([])

  // Who has nothing is told so in words, and an id that nothing has is no proof of anything.
  await page.goto(`${explorer}?view=what&of=${memberId('nothing')}`)
  await expect(page.getByRole('heading', { name: /has no grant on any project$/ })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Change grants on projects' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  const unknown = idFor('nobody has this')
  for (const view of ['what', 'who']) {
    await page.goto(`${explorer}?view=${view}&of=${unknown}&cell=${unknown}.${unknown}`)
    await expect(
      page.getByRole('heading', { name: `Nothing here has the id ${unknown.slice(0, 8)}` }),
    ).toBeVisible()
    await expect(page.getByRole('complementary')).toHaveCount(0)
  }
  expect(await findings(page)).toEqual([])
})

test('a group and a machine account that reach nothing are told so', async ({ page, mock }) => {
  // The seed has a group without any grant, but no such machine account.
  await mock.tamper((tables) => {
    const kept = tables.accessPolicies.filter(({ granteeId }) => granteeId !== machineId('loadtest'))
    tables.accessPolicies = kept
  })
  const told = async (name: string) => {
    const heading = page.getByRole('heading', { name: `${name} has no grant on any project`, exact: true })
    await expect(heading).toBeVisible()
    await expect(page.getByRole('table')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Change grants on projects' })).toBeVisible()
  }
  await signInAs(page, 'owner', `${explorer}?view=what&of=${idFor('group/Support tier 2')}`)
  await told('Support tier 2')
  await page.goto(`${explorer}?view=what&of=${machineId('loadtest')}`)
  await told('loadtest')
})

test('what a reader may not know is a question mark, and what failed says so', async ({ page, mock }) => {
  await mock.fail({ fault: 'status500', match: 'projectPeoplePolicyGet', times: 1 })
  // In the middle of the lists the server asks to slow down: they go on behind the wait.
  await mock.fail({ fault: 'status429', match: 'projectPeoplePolicyGet', after: 6, times: 2, retryAfter: 1 })
  await signInAs(page, 'projectWriter', explorer)
  await expect(page.getByText(/not permitted to you/)).toBeVisible()
  await expect(page.getByText(/1 failed/)).toBeVisible()
  await page.getByRole('searchbox').fill('Olu')
  await expect(await cell(page, 'Olu Kasim', 'Warehouse')).toHaveAccessibleName(/Not known/)
  await (await cell(page, 'Olu Kasim', 'Warehouse')).click()
  await expect(page.getByRole('complementary')).toContainText('Not known whether there is more.')
  await page.getByRole('button', { name: 'Read 1 again' }).click()
  await expect(page.getByText(/1 failed/)).toBeHidden()
})

test('somebody without any grant sees that nothing is there for them to see', async ({ page }) => {
  await signInAs(page, 'nothing', explorer)
  await expect(lockButton(page)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No project is here for you to see' })).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('one person is granted many projects through the queue', async ({ page, mock }) => {
  const granted = async () =>
    (await mock.tables()).accessPolicies.filter(
      ({ granteeId, targetKind }) => granteeId === memberId('oneSecret') && targetKind === 'project',
    ).length
  await signInAs(page, 'owner', `${explorer}?view=what&of=${memberId('oneSecret')}`)
  await expect(page.getByText('14 of 14 projects read')).toBeVisible()
  await page.getByRole('button', { name: 'Change grants on projects' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Checkout' }).check()
  await dialog.getByRole('checkbox', { name: 'Edge' }).check()
  await expect(dialog).toContainText('No grant of its own → can read')
  await expect(dialog.getByRole('status').first()).toHaveText('Nobody loses; 1 person gains read')
  await expect(dialog).toContainText(/Olu Kasim gains read in 2 projects \(\d+ secrets\)/)
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Grant on 2 projects' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(granted).toBe(2)
  const undo = page.getByRole('region', { name: 'Undo' })
  await undo.getByRole('button', { name: 'Undo 2' }).click()
  await expect.poll(granted).toBe(0)
})

test('rights that the log says nobody used are marked once it is read whole', async ({ page }) => {
  await signInAs(page, 'owner', `${explorer}?kinds=machine`)
  await page.getByRole('button', { name: 'Mark unused' }).click()
  await expect(page.getByText(/Event log of 90 days read/)).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(/use=unused/)
  const unused = matrix(page).getByRole('gridcell', { name: /unused for 90 days/ })
  await expect(unused.first()).toBeVisible()
  await expect(await cell(page, 'payments-api', 'Payments')).toHaveAccessibleName('Can read, direct')
  await unused.first().click()
  await expect(page.getByRole('complementary')).toContainText('Not used here in 90 days, says the event log.')
  expect(await findings(page)).toEqual([])
})

test('who can reach a single secret is found by name, told with its own grants, and exported, by keyboard', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${explorer}?view=who`)
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('cdn_purge')
  await expect(page.getByText('2 fit.')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const choice = page.getByRole('combobox', { name: 'Secret, project or machine account' })
  await expect(choice).toBeFocused()
  await page.keyboard.type('PROD_EDGE')
  await expect(page).toHaveURL(new RegExp(`of=${secretId('PROD_EDGE_CDN_PURGE_TOKEN')}`))
  const who = page.getByRole('table', { name: 'Effective access' })
  const jonas = who.getByRole('row').filter({ hasText: 'Jonas Weidl' })
  await expect(jonas).toContainText('Direct, on this secret')
  await expect(choice).toBeFocused()
  await jonas.getByRole('button').focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('complementary', { name: 'Jonas Weidl in PROD_EDGE_CDN_PURGE_TOKEN' })
  await expect(sheet).toContainText('can read on')
  expect(page.url()).not.toContain('PROD_EDGE')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(jonas.getByRole('button')).toBeFocused()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Export \d+ rows as CSV/ }).press('Enter')
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toMatch(/person,[0-9a-f-]{36},Jonas Weidl,secret,[^\r]*,Can read,"Direct, on this secret"\r/)
  expect(await mock.count('secretGet')).toBe(0)

  await page.getByRole('searchbox').fill('payments-api')
  await choice.selectOption('payments-api (machine account)')
  await expect(page.getByText('is a machine account; whoever uses it')).toBeVisible()
  await expect(who.getByRole('row').filter({ hasText: 'Mara Lindqvist' })).toContainText('Owner')
})

test('who can reach a secret is “not known” where the grants are refused, and can be asked again after a failure', async ({
  page,
  mock,
}) => {
  await mock.fail({ fault: 'status500', match: 'secretPolicyGet', times: 1 })
  const of = secretId('PROD_EDGE_CDN_PURGE_TOKEN')
  await signInAs(page, 'projectWriter', `${explorer}?view=who&of=${of}`)
  await expect(page.getByRole('heading', { name: 'Who can reach it could not be read' })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('There may be more.')).toBeVisible()
  await expect(page.getByText(/Grants are told only to those who can write here/).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Effective access' })).toBeVisible()
  await expect(page.getByText(/≥ \d+ people and machine accounts/)).toBeVisible()
  expect(await findings(page)).toEqual([])
})
