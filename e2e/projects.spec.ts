import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { found } from './support/mock'
import { emptyOwner, signIn, signInAs } from './support/sign-in'
import { projectId, projectList, projectPath, secretPath } from './support/seed'

const grid = (page: Page) => page.getByRole('grid', { name: 'Projects' })
const dialog = (page: Page) => page.getByRole('dialog')

test('projects are listed with their counts, found and opened', async ({ page, mock }) => {
  await signInAs(page, 'owner', projectList)
  await expect(page.getByText('14 projects')).toBeVisible()
  await expect(page).toHaveTitle('Projects · Strongroom')
  expect(await mock.count('projectList')).toBe(1)
  const row = grid(page).getByRole('row').filter({ hasText: 'Sandbox' })
  await expect(row.getByRole('gridcell').nth(5)).toHaveText('3')
  await page.getByRole('searchbox', { name: 'Search names' }).fill('ware')
  await expect(page.getByText('1 of 14')).toBeVisible()
  await grid(page).getByRole('link', { name: 'Warehouse' }).click()
  await page.waitForURL(`**${projectPath('Warehouse')}`)
  await expect(page.getByRole('heading', { name: 'Warehouse' })).toBeVisible()
  await expect(page).toHaveTitle(`Project ${projectId('Warehouse').slice(0, 8)} · Strongroom`)
  await page
    .getByRole('grid', { name: 'Secrets' })
    .getByRole('link', { name: 'PROD_WAREHOUSE_LEGACY_INI' })
    .click()
  await page.waitForURL(`**${secretPath('PROD_WAREHOUSE_LEGACY_INI')}`)
})

test('a project is made: blank names are refused before anything is sent', async ({ page, mock }) => {
  await signInAs(page, 'owner', projectList)
  await page.getByRole('button', { name: 'New project' }).click()
  const create = dialog(page).getByRole('button', { name: 'Create project' })
  await expect(dialog(page).getByLabel('Name')).toBeFocused()
  await create.click()
  await expect(dialog(page).getByText('Give it a name: the server takes no blank one.')).toBeVisible()
  expect(await mock.count('projectCreate')).toBe(0)
  await dialog(page).getByLabel('Name').fill('Lighthouse')
  await create.click()
  await expect(page.getByRole('heading', { name: 'Lighthouse' })).toBeVisible()
  const id = found(page.url().split('/').at(-1), 'id in the URL')
  const { projects } = await mock.tables()
  expect(projects.find((row) => row.id === id)?.name).toMatch(/^2\./)
})

test('a refused project keeps its dialog and what was typed', async ({ page, mock }) => {
  await signInAs(page, 'owner', projectList)
  await mock.fail({ fault: 'reject', times: 1 })
  await page.getByRole('button', { name: 'New project' }).click()
  await dialog(page).getByLabel('Name').fill('Lighthouse')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('Refused by a fault switch.')
  await expect(dialog(page).getByLabel('Name')).toHaveValue('Lighthouse')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Lighthouse' })).toBeVisible()
})

test('a project is renamed; its secrets are not touched', async ({ page, mock }) => {
  const before = (await mock.tables()).secrets.filter((row) => row.projectId === projectId('Loyalty'))
  await signInAs(page, 'owner', projectPath('Loyalty'))
  await page.getByRole('button', { name: 'Rename' }).click()
  const rename = dialog(page).getByRole('button', { name: 'Rename project' })
  await expect(rename).toHaveAttribute('aria-disabled', 'true')
  await dialog(page).getByLabel('Name').fill('Bonus points')
  await rename.click()
  await expect(page.getByRole('heading', { name: 'Bonus points' })).toBeVisible()
  await expect(page.getByText('Project renamed')).toBeVisible()
  expect((await mock.tables()).secrets.filter((row) => row.projectId === projectId('Loyalty'))).toEqual(
    before,
  )
})

test('deleting counts what it does, and wants the name typed', async ({ page, mock }) => {
  await signInAs(page, 'owner', projectPath('Sandbox'))
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: 'Delete project' }).click()
  await expect(dialog(page)).toContainText(/secrets stay without a project/)
  await expect(dialog(page)).toContainText(/machine accounts? loses? it/)
  const act = dialog(page).getByRole('button', { name: /^Delete project, keep \d+ secrets$/ })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  const typed = dialog(page).getByLabel('Type the project’s name to delete it')
  await typed.fill('sandbox')
  await typed.press('Enter')
  expect(await mock.count('projectDelete')).toBe(0)
  await typed.fill('Sandbox')
  await act.click()
  await page.waitForURL(`**${projectList}`)
  await expect(page.getByText('13 projects')).toBeVisible()
  const { projects, secrets } = await mock.tables()
  expect(projects.some(({ id }) => id === projectId('Sandbox'))).toBe(false)
  expect(secrets.some((row) => row.projectId === projectId('Sandbox'))).toBe(false)
})

test('who loses a project is named, and what reads here and keeps nothing is ticked first', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', projectPath('Telemetry'))
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: 'Delete project' }).click()
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'warehouse-loader' })).toContainText(
    /\d+ of \d+/,
  )
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'telemetry-ingest' })).toContainText(
    /everything it can reach/,
  )
  await expect(dialog(page)).toContainText('Viktor Hale')
  expect(await mock.count('secretGet')).toBe(0)
  const tick = dialog(page).getByRole('checkbox', { name: 'telemetry-ingest may stop working' })
  const act = dialog(page).getByRole('button', { name: /^Delete project, keep/ })
  await dialog(page).getByLabel('Type the project’s name to delete it').fill('Telemetry')
  await expect(act).toHaveAccessibleDescription('Tick first what may stop working.')
  await tick.check()
  await expect(act).not.toHaveAttribute('aria-disabled', 'true')
  const file = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Save who loses it as CSV' }).click()
  expect((await file).suggestedFilename()).toBe(`project-${projectId('Telemetry').slice(0, 8)}-access.csv`)
})

test('the machine accounts of a project are on a tab; who may not know is told so', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', projectPath('Payments'))
  const tabs = page.getByRole('navigation', { name: 'Project' })
  await tabs.getByRole('link', { name: /^Machine accounts/ }).click()
  const table = page.getByRole('table', { name: 'Machine accounts with access to this project' })
  const row = table.getByRole('row').filter({ hasText: 'ci-rotate' })
  await expect(row).toContainText('Can read and write')
  await expect(table.getByRole('row').filter({ hasText: 'refund-worker' })).toContainText('Can read')
  await expect(row).toContainText(/\d+ of \d+/)
  expect(await mock.count('secretGet')).toBe(0)
  expect(await findings(page)).toEqual([])
  await mock.fail({ fault: 'serverDown', match: 'projectMachineAccountPolicyGet' })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The machine accounts could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(table).toBeVisible()
})

test('a reader sees acts of change closed, with their reason', async ({ page }) => {
  await signInAs(page, 'reader', projectPath('Warehouse'))
  for (const name of ['Rename', 'New secret']) {
    const act = page.getByRole('button', { name })
    await expect(act).toHaveAttribute('aria-disabled', 'true')
    await expect(act).toHaveAccessibleDescription(/read this project/)
  }
  await page
    .getByRole('navigation', { name: 'Project' })
    .getByRole('link', { name: 'Machine accounts' })
    .click()
  await expect(page.getByRole('heading', { name: /^Not permitted: which machine accounts/ })).toBeVisible()
})

test('a list without rows says what it is', async ({ page, mock }) => {
  await mock.create({ seed: 'empty' })
  await signIn(page, emptyOwner)
  await page
    .getByRole('link', { name: /^Projects/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'No projects yet' })).toBeVisible()
})

test('nothing that is shared, nothing that matches, and a failure are told apart', async ({ page, mock }) => {
  await mock.fail({ fault: 'serverDown', match: 'projectList' })
  await signInAs(page, 'nothing', projectList)
  await expect(page.getByRole('heading', { name: 'Projects could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No project that you can read' })).toBeVisible()
})
