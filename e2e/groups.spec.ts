import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { harbourline, longshore } from './support/seed'
import { emptyOwner, largeOwner, lockButton, signIn, signInAs } from './support/sign-in'
import { expect, test } from './support/test'
import { largeId } from '#/mocks/seed/large/ids'
import { idFor } from '#/mocks/seed/random'

const groups = `/orgs/${harbourline}/groups`
const groupId = (name: string) => idFor(`group/${name}`)
const grid = (page: Page) => page.getByRole('grid', { name: 'Groups' })
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name })
const sheet = (page: Page) => page.getByRole('complementary').last()

test('groups show members, collections and grants, are searched by them, and open beside the list', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', groups)
  await expect(grid(page)).toBeVisible()
  await expect(row(page, 'Payments engineers')).toContainText('3 projects')
  const search = page.getByRole('searchbox', { name: /member:jonas/ })
  await search.fill('member:priya')
  await expect(row(page, 'Payments engineers')).toBeVisible()
  await expect(row(page, 'Contractors')).toBeHidden()
  await search.fill('')
  await page.getByRole('button', { name: 'Empty' }).click()
  await expect(page).toHaveURL(/is=empty/)
  await expect(row(page, 'Payments engineers')).toBeHidden()
  await page.getByRole('button', { name: 'Empty' }).click()
  await grid(page).getByRole('link', { name: 'Payments engineers' }).click()
  await expect(page).toHaveURL(new RegExp(`group=${groupId('Payments engineers')}`))
  await expect(sheet(page)).toContainText('Priya Raman')
  await expect(sheet(page)).toContainText('Engineering / Payments')
  await expect(sheet(page).getByRole('list', { name: 'Grants on projects' })).toContainText('Warehouse')
  expect(await mock.count('secretGet')).toBe(0)
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/group=/)
})

const dialog = (page: Page) => page.getByRole('dialog')

test('members join and leave, a colleague’s change is kept, and all of it is one write', async ({
  page,
  mock,
}) => {
  const id = groupId('Payments engineers')
  await signInAs(page, 'owner', `${groups}?group=${id}`)
  await sheet(page).getByRole('button', { name: 'Add members' }).click()
  await dialog(page).getByRole('searchbox').fill('kwame')
  await dialog(page)
    .getByRole('checkbox', { name: /Kwame Osei/ })
    .check()
  await dialog(page).getByRole('button', { name: 'Add 1' }).click()
  await sheet(page).getByRole('button', { name: 'Remove Tomas Okafor' }).click()
  const save = sheet(page).getByRole('button', { name: 'Save 2 changes' })
  await mock.fail({ fault: 'reject', match: 'groupUpdate', times: 1 })
  await save.click()
  await expect(sheet(page).getByRole('alert')).toContainText('Your changes are kept here.')
  // A right that went meanwhile: forbidden, without a word.
  await mock.fail({ fault: 'empty403', match: 'groupUpdate', times: 1 })
  await save.click()
  await expect(sheet(page).getByRole('alert')).toContainText(
    'You are not permitted to do this. Ask an owner or admin of the organization. Your changes are kept here.',
  )
  await expect(lockButton(page)).toBeVisible()
  await mock.tamper(({ groups: rows, members, users }) => {
    const aiko = users.find(({ name }) => name === 'Aiko Senda')?.id
    const joined = members.find(({ userId }) => userId === aiko)
    for (const group of rows) if (group.id === id && joined) group.memberIds = [...group.memberIds, joined.id]
  })
  await mock.clearLog()
  await save.press('Enter')
  await expect(page.getByText(/Group saved\. 1 change by somebody else meanwhile was kept/)).toBeVisible()
  expect(await mock.count('groupUpdate')).toBe(1)
  await expect(page.locator('body')).not.toBeFocused()
  await expect(sheet(page)).toContainText('Kwame Osei')
  await expect(sheet(page).getByRole('button', { name: 'Remove Tomas Okafor' })).toBeHidden()
  const { events } = await mock.tables()
  expect(events.filter(({ type, groupId: of }) => type === 1401 && of === id)).not.toEqual([])
})

test('a group is made, renamed with the keyboard alone, and deleted after naming who loses what', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', groups)
  await page.getByRole('button', { name: 'New group' }).press('Enter')
  await dialog(page).getByLabel('Name').fill('Night shift')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Group created')).toBeVisible()
  await expect(sheet(page)).toContainText('Nobody. Its rights wait for a first member.')
  await sheet(page).getByRole('button', { name: 'Rename' }).press('Enter')
  await dialog(page).getByLabel('Name').fill('Late shift')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Group renamed')).toBeVisible()
  await expect(row(page, 'Late shift')).toBeVisible()
  await grid(page).getByRole('link', { name: 'Payments engineers' }).click()
  await expect(sheet(page)).toContainText('Priya Raman')
  await expect(sheet(page)).toContainText('Warehouse')
  await sheet(page).getByRole('button', { name: 'Delete group' }).click()
  await expect(dialog(page)).toContainText(/Priya Raman.*loses the collections Engineering \/ Payments/)
  const act = dialog(page).getByRole('button', { name: /^Delete group of/ })
  await expect(act).toHaveAttribute('aria-disabled', 'true')
  await dialog(page).getByLabel('Type the group’s name to delete it').fill('Payments engineers')
  await act.click()
  await expect(page.getByText('Group deleted')).toBeVisible()
  await expect(row(page, 'Payments engineers')).toBeHidden()
  const { groups: rows } = await mock.tables()
  expect(rows.some(({ id }) => id === groupId('Payments engineers'))).toBe(false)
})

test('who may not manage groups is told so, and the server is not asked', async ({ page, mock }) => {
  await signInAs(page, 'reader', groups)
  await expect(page.getByRole('heading', { name: 'You may not see the groups' })).toBeVisible()
  expect(await mock.count('groupDetailsList')).toBe(0)
})

test('no group yet, and a list that failed', async ({ page, mock }) => {
  await mock.create({ seed: 'empty' })
  await mock.fail({ fault: 'serverDown', match: 'groupDetailsList' })
  await signIn(page, emptyOwner)
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /^Groups/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Groups could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible()
})

test('many at once: members join several groups, an undo takes out only them, and several are deleted', async ({
  page,
  mock,
}) => {
  const bar = page.getByRole('region', { name: 'Selection' })
  const membersOf = async (name: string) =>
    (await mock.tables()).groups.find(({ id }) => id === groupId(name))?.memberIds.length
  await signInAs(page, 'owner', groups)
  await expect(row(page, 'Contractors')).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(bar).toContainText('5 groups selected')
  await bar.getByRole('button', { name: 'Add members' }).click()
  for (const name of [/Leo Marchetti/, /Kwame Osei/])
    await dialog(page).getByRole('checkbox', { name }).check()
  await dialog(page).getByRole('button', { name: 'Add 2' }).click()
  const changes = dialog(page).getByRole('list', { name: 'What changes' })
  await expect(changes).toContainText('A directory keeps the name and members of this group')
  await expect(changes).toContainText('3 members, then 4; 1 in it already')
  expect(await findings(page, '[role=dialog]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Add 2 members to 4 groups' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect.poll(() => membersOf('Support tier 2')).toBe(2)
  await expect.poll(() => membersOf('Platform on-call')).toBe(4)
  expect(await membersOf('Data platform')).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => membersOf('Support tier 2')).toBe(0)
  await expect.poll(() => membersOf('Platform on-call')).toBe(3)

  for (const name of ['Contractors', 'Support tier 2'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  await bar.getByRole('button', { name: 'Delete 2 groups' }).click()
  await expect(dialog(page)).toContainText('there is no undo')
  await dialog(page).getByRole('textbox').fill('2')
  await dialog(page).getByRole('button', { name: 'Delete 2 groups' }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '4')
  expect(await membersOf('Contractors')).toBeUndefined()
})

test('a group of thousands is scrolled, searched and left by one, with few rows in the page', async ({
  page,
  mock,
}) => {
  await mock.create({ seed: 'large', secrets: 20, events: 0, members: 3_000 })
  const crew = largeId('group', 0)
  await mock.tamper(({ groups: rows, members }) => {
    for (const group of rows) if (group.id === crew) group.memberIds = members.slice(1).map(({ id }) => id)
  })
  await signIn(page, largeOwner, `/orgs/${longshore}/groups?group=${crew}`)
  const list = sheet(page).getByRole('list', { name: 'Members of the group' })
  const rows = list.getByRole('listitem')
  const search = sheet(page).getByRole('searchbox', { name: 'Search 2,999 members' })
  await expect(search).toBeVisible()
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBeLessThanOrEqual(60)
  const first = await rows.first().textContent()
  await list.evaluate((element) => element.parentElement?.scrollTo(0, 1e6))
  await expect(rows.last()).not.toHaveText(first ?? '')
  expect(await rows.count()).toBeLessThanOrEqual(60)
  await search.fill('.1711@longshore')
  await expect(sheet(page).getByText('1 of 2,999 match')).toBeVisible()
  await rows.getByRole('button', { name: /^Remove / }).press('Enter')
  await expect(rows.getByRole('button', { name: /^Keep / })).toBeFocused()
  await sheet(page).getByRole('button', { name: 'Remove 1 member' }).click()
  await expect(page.getByText('Group saved')).toBeVisible()
  await expect(sheet(page).getByRole('searchbox', { name: 'Search 2,998 members' })).toBeVisible()
  const left = (await mock.tables()).groups.find(({ id }) => id === crew)?.memberIds
  expect(left).toHaveLength(2_998)
})
