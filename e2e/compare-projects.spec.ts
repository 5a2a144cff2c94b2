import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import type { Mock } from './support/mock'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { projectId, projectList, projectPath } from './support/seed'

const compare = `${projectList}/compare`
const pair = (a: string, b: string, show?: 'b' | 'both') =>
  `${compare}?a=${projectId(a)}&b=${projectId(b)}${show ? `&show=${show}` : ''}`

const part = (page: Page, name: RegExp) => page.getByRole('radio', { name })
const grid = (page: Page, name: string) => page.getByRole('grid', { name })

/**
 * Puts the likes of three Identity secrets into Sandbox: one with the same value, one with another's value, and one
 * whose value no key opens. Names are ciphertext, so rows are made of rows. Gives the ids of the sources.
 */
async function plantShared(mock: Mock): Promise<string[]> {
  let ids: string[] = []
  await mock.tamper((tables) => {
    const sources = tables.secrets.filter(
      (row) => row.projectId === projectId('Identity') && row.deletedDate === null,
    )
    const [one, two, three] = sources
    if (!one || !two || !three) throw new Error('Identity has fewer than three secrets.')
    ids = [one.id, two.id, three.id]
    const into = { projectId: projectId('Sandbox') }
    tables.secrets.push(
      { ...one, ...into, id: '20000000-aaaa-4000-8000-000000000001' },
      { ...two, ...into, id: '20000000-aaaa-4000-8000-000000000002', value: one.value },
      {
        ...three,
        ...into,
        id: '20000000-aaaa-4000-8000-000000000003',
        value: `${three.value.slice(0, -4)}AAA=`,
      },
    )
  })
  return ids
}

test('two projects are chosen, compared by name without a read, and stand in the URL', async ({
  page,
  mock,
}) => {
  await plantShared(mock)
  await signInAs(page, 'owner', projectPath('Identity'))
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: 'Compare with another project' }).click()
  await expect(page.getByRole('heading', { name: 'Choose two projects' })).toBeVisible()
  await page.getByLabel('Project B').selectOption({ label: 'Sandbox' })
  await page.waitForURL(`**${pair('Identity', 'Sandbox')}`)
  await expect(page).toHaveTitle('Compare projects · Strongroom')
  await expect(part(page, /^In both 3$/)).toBeVisible()
  const count = (await grid(page, 'Only in A').getAttribute('aria-rowcount')) ?? ''
  await page.getByRole('button', { name: 'Swap A and B' }).click()
  await page.waitForURL(`**${pair('Sandbox', 'Identity')}`)
  await part(page, /^Only in B/).check()
  await expect(grid(page, 'Only in B')).toHaveAttribute('aria-rowcount', count)
  await page.waitForURL(`**${pair('Sandbox', 'Identity', 'b')}`)
  await page.reload()
  await expect(grid(page, 'Only in B')).toHaveAttribute('aria-rowcount', count)
  await page.goto(pair('Search', 'Warehouse', 'both'))
  await expect(page.getByRole('heading', { name: 'No name is in both' })).toBeVisible()
  await expect(page.getByText(/^Search and Warehouse have no secret of the same name/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Compare values of/ })).toHaveCount(0)
  expect(await findings(page)).toEqual([])
  expect(await mock.count('secretGet')).toBe(0)
  expect(await mock.count('secretGetByIds')).toBe(0)
})

test('values are compared when asked, after the count of reads, and no value is shown', async ({
  page,
  mock,
}) => {
  await plantShared(mock)
  await signInAs(page, 'owner', pair('Identity', 'Sandbox', 'both'))
  const rows = grid(page, 'In both').getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(page.getByText('Not compared')).toHaveCount(3)
  await expect(
    page.getByText('Reads 6 secrets, each recorded as one “accessed secret” event (2100)'),
  ).toBeVisible()
  const before = (await mock.tables()).events.filter(({ type }) => type === 2100).length
  await mock.fail({ fault: 'serverDown', match: 'secretGetByIds', times: 1 })
  await page.getByRole('button', { name: 'Compare values of 3 names' }).click()
  await expect(page.getByRole('alert')).toContainText('It stopped:')
  await page.getByRole('button', { name: 'Compare values of 3 names' }).click()
  await expect(page.getByText('1 same, 1 differs, 1 not readable.')).toBeVisible()
  for (const verdict of ['Same', 'Differs', 'Not readable'])
    await expect(rows.filter({ hasText: verdict })).toHaveCount(1)
  const after = (await mock.tables()).events.filter(({ type }) => type === 2100).length
  expect(after - before).toBe(6)
  expect(await findings(page)).toEqual([])
})

const selectAll = (page: Page, name: string) => grid(page, name).getByRole('checkbox').first()
const dialog = (page: Page) => page.getByRole('dialog')
const live = async (mock: Mock, project: string) =>
  (await mock.tables()).secrets.filter(
    (row) => row.projectId === projectId(project) && row.deletedDate === null,
  )

test('what both have is copied with a choice for each row, by keys alone', async ({ page, mock }) => {
  const ids = await plantShared(mock)
  const before = await live(mock, 'Sandbox')
  const valueOf = (rows: typeof before, n: number) => rows.find((row) => row.id.endsWith(`00000${n}`))?.value
  await signInAs(page, 'owner', pair('Identity', 'Sandbox', 'both'))
  await expect(grid(page, 'In both').getByRole('row')).toHaveCount(4)
  await grid(page, 'In both').focus()
  for (let row = 0; row < 3; row += 1) {
    await page.keyboard.press('x')
    await page.keyboard.press('j')
  }
  await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Copy or move 3 to B' }).press('Enter')
  await expect(dialog(page)).toContainText('3 names are in Sandbox already')
  const act = dialog(page).getByRole('button', { name: /^Copy \d secrets?$/ })
  await expect(act).toHaveAccessibleDescription('Nothing is left to do: every row is skipped.')
  const choices = dialog(page).getByRole('combobox', { name: /^On / })
  await expect(choices).toHaveCount(3)
  await choices.nth(0).selectOption('Overwrite')
  await choices.nth(1).selectOption('Keep both')
  await expect(dialog(page)).toContainText('3 reads and 2 writes, 5 events under your name')
  await expect(dialog(page)).toContainText(/Copied as \S+_2/)
  expect(await mock.count('secretGet')).toBe(0)
  expect(await findings(page, '[role=dialog]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Copy 2 secrets' }).press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect.poll(async () => (await live(mock, 'Sandbox')).length).toBe(before.length + 1)
  const after = await live(mock, 'Sandbox')
  const changed = [1, 2, 3].filter((n) => valueOf(after, n) !== valueOf(before, n))
  expect(changed.length).toBeLessThanOrEqual(1)
  expect((await live(mock, 'Identity')).filter(({ id }) => ids.includes(id))).toHaveLength(3)
})

test('what is missing is moved; one that is refused stays, and says so', async ({ page, mock }) => {
  const sources = await live(mock, 'Search')
  const before = await live(mock, 'Sandbox')
  await signInAs(page, 'owner', pair('Search', 'Sandbox'))
  await selectAll(page, 'Only in A').check()
  await page.getByRole('button', { name: `Copy or move ${sources.length} to B` }).click()
  await expect(dialog(page)).not.toContainText('for a save in the same moment')
  await dialog(page).getByText('Move', { exact: true }).click()
  await expect(dialog(page)).toContainText(`${sources.length} looks for a save in the same moment`)
  await mock.fail({ fault: 'reject', match: 'secretUpdate', times: 1 })
  await dialog(page)
    .getByRole('button', { name: `Move ${sources.length} secrets` })
    .click()
  await expect.poll(async () => (await live(mock, 'Sandbox')).length).toBe(before.length + sources.length - 1)
  await expect(part(page, /^Only in A 1$/)).toBeVisible()
  const jobs = page.getByRole('button', { name: /^Jobs:/ })
  await expect(jobs).toBeVisible()
  await jobs.click()
  await expect(page.getByText('Refused by a fault switch.')).toBeVisible()
})

test('a project deleted while it is compared is told, and what was compared stays', async ({
  page,
  mock,
}) => {
  await plantShared(mock)
  await signInAs(page, 'owner', pair('Identity', 'Sandbox', 'both'))
  await selectAll(page, 'In both').check()
  await mock.tamper((tables) => {
    tables.projects = tables.projects.filter(({ id }) => id !== projectId('Sandbox'))
    for (const row of tables.secrets) if (row.projectId === projectId('Sandbox')) row.projectId = null
  })
  // The secrets are known to be gone before the project is.
  await mock.fail({ match: 'projectList', fault: 'slow', ms: 1_000 })
  await page.getByRole('button', { name: 'Copy or move 3 to B' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Sandbox was deleted meanwhile')
  await expect(dialog(page).getByRole('button', { name: /^Copy \d/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alert')).toContainText('What was compared stays here as it was.')
  await expect(grid(page, 'In both').getByRole('row')).toHaveCount(4)
  expect(await mock.count('secretCreate')).toBe(0)
})

test('who may only read a project cannot copy into it, and hears why', async ({ page }) => {
  await signInAs(page, 'reader', pair('Checkout', 'Warehouse'))
  await selectAll(page, 'Only in A').check()
  await expect(page.getByRole('button', { name: /^Copy or move \d+ to B$/ })).toHaveAccessibleDescription(
    'You can read Warehouse, not write it.',
  )
})
