import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { found } from './support/mock'
import { lockButton } from './support/sign-in'
import { machineList, projectList, secretId, secretList, secretPath } from './support/seed'

// Read as a file: Node wants an import of JSON to be marked, the bundler does not know the mark.
const keys = JSON.parse(
  readFileSync(fileURLToPath(new URL('../src/mocks/seed/keys.json', import.meta.url)), 'utf8'),
) as { tokens: Record<string, { token: string }> }
const tokenOf = (slug: string) => found(keys.tokens[slug], `token ${slug}`).token

const token = tokenOf('loadtest/load generator')

async function openForm(page: Page, path = '/sign-in') {
  await page.goto(path)
  await page.getByRole('radio', { name: 'Machine token' }).check()
  await expect(page.getByLabel('Access token')).toBeVisible()
}

async function send(page: Page, text: string) {
  await page.getByLabel('Access token').fill(text)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('what is no token, and what the server does not take, is said at the field', async ({ page, mock }) => {
  await openForm(page)
  await send(page, `${token.slice(0, 20)} ${token.slice(20)}`)
  await expect(page.getByText(/blank or a line end inside/)).toBeVisible()
  await send(page, token.slice(0, 60))
  await expect(page.getByText(/^It was cut off/)).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(0)
  await send(page, tokenOf('loadtest/leaked in a log'))
  await expect(page.getByText(/^The server does not take this token/)).toBeVisible()
  await send(page, tokenOf('loadtest/spring campaign'))
  await expect(page.getByText(/^The server does not take this token/)).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('a machine account’s session sees what the machine sees, and changes nothing', async ({
  page,
  mock,
}) => {
  await openForm(page)
  await send(page, `  ${token}\n`)
  await expect(lockButton(page)).toBeVisible()
  await expect(page.getByText(/You see what machine account/)).toBeVisible()
  const { secrets } = await mock.tables()
  const sandbox = secrets.find((row) => row.id === secretId('DEV_SANDBOX_DB_URL'))?.projectId
  const seen = secrets.filter((row) => row.projectId === sandbox && row.deletedDate === null).length
  await expect(page.getByText(new RegExp(`^${seen} secrets`)).first()).toBeVisible()
  const machines = page.getByRole('button', { name: 'Machine accounts' })
  await expect(machines).toHaveAttribute('aria-disabled', 'true')
  expect(await findings(page)).toEqual([])

  await page.goto(secretPath('DEV_SANDBOX_DB_URL'))
  await expect(page.getByRole('heading', { name: 'DEV_SANDBOX_DB_URL' })).toBeVisible()
  const edit = page.getByRole('button', { name: 'Edit secret' })
  await expect(edit).toHaveAccessibleDescription(/This session reads only/)
  await page.getByRole('button', { name: 'Reveal' }).first().click()
  await expect.poll(() => mock.count('secretGet')).toBe(1)
  for (const path of [machineList, `${secretList}/new`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Not for a machine account' })).toBeVisible()
  }
  await page.goto(projectList)
  await expect(page.getByText('1 project, list complete')).toBeVisible()

  await page.goto(secretList)
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bulk = page.getByRole('region', { name: 'Selection' })
  for (const name of [/^Move/, /^Rename/, /^Note/, /^Delete/])
    await expect(bulk.getByRole('button', { name })).toHaveAccessibleDescription(/This session reads only/)
  await page.keyboard.press('Control+k')
  const results = page.getByRole('listbox', { name: 'Results' })
  const palette = page.getByRole('combobox', { name: 'Search or run a command' })
  await palette.fill('>new secret')
  const newSecret = results.getByRole('option', { name: /^New secret/ })
  await expect(newSecret).toHaveAttribute('aria-disabled', 'true')
  await palette.fill('>machine accounts')
  await expect(results.getByRole('option', { name: /^Machine accounts/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await palette.fill('DEV_SANDBOX_DB_URL')
  await expect(results.getByRole('option', { name: 'DEV_SANDBOX_DB_URL' })).toBeVisible()
  await palette.fill('mara')
  await expect(results.getByRole('group', { name: 'People' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  const asked = new Set((await mock.log()).map((entry) => entry.endpoint))
  for (const endpoint of ['memberMiniList', 'machineAccountList', 'organizationCountsGet', 'accountsProfile'])
    expect(asked, endpoint).not.toContain(endpoint)

  await lockButton(page).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain(token.slice(2, 20))
})
