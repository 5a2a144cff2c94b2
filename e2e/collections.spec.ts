import type { Page } from '@playwright/test'
import { idFor } from '#/mocks/seed/random'
import { findings } from './support/axe'
import { harbourline } from './support/seed'
import { signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const collections = `/orgs/${harbourline}/collections`
const collectionId = (name: string) => idFor(`collection/${name}`)
const grid = (page: Page) => page.getByRole('grid', { name: 'Collections' })
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name })
const sheet = (page: Page) => page.getByRole('complementary').last()
const dialog = (page: Page) => page.getByRole('dialog')

test('collections stand as a tree of names; rights are counted, given and saved', async ({ page, mock }) => {
  await signInAs(page, 'owner', collections)
  await expect(row(page, 'Finance')).toContainText('only a name, no collection')
  await expect(row(page, 'Banks')).toContainText('Nobody manages')
  await page.getByRole('button', { name: 'Fold Engineering' }).click()
  await expect(row(page, 'Payments')).toBeHidden()
  await page.getByRole('button', { name: 'Unfold Engineering' }).click()
  await page.getByText('Flat').click()
  await expect(row(page, 'Engineering / Payments')).toBeVisible()
  await page.getByText('Tree').click()
  await grid(page).getByRole('link', { name: 'Banks' }).click()
  await expect(page).toHaveURL(new RegExp(`collection=${collectionId('Finance/Banks')}`))
  expect(await findings(page)).toEqual([])
  await sheet(page).getByRole('button', { name: 'Add' }).click()
  await dialog(page).getByRole('searchbox').fill('platform')
  await dialog(page)
    .getByRole('checkbox', { name: /Platform on-call/ })
    .check()
  await dialog(page).getByRole('button', { name: 'Add 1' }).click()
  await sheet(page).getByLabel('Right: Platform on-call').selectOption('Can manage')
  await sheet(page)
    .getByRole('button', { name: /more people in$/ })
    .click()
  await expect(page.getByText('Rights saved.')).toBeVisible()
  const { collections: rows, events } = await mock.tables()
  const saved = rows.find(({ id }) => id === collectionId('Finance/Banks'))
  expect(saved?.groups).toEqual([
    { id: idFor('group/Platform on-call'), readOnly: false, hidePasswords: false, manage: true },
  ])
  expect(saved?.users).toHaveLength(3)
  expect(saved?.name).toMatch(/^2\./)
  expect(events.filter(({ type, collectionId: id }) => type === 1301 && id === saved?.id)).not.toEqual([])
})

test('a name that cannot be decrypted is a row that opens and is renamed; rights stay', async ({
  page,
  mock,
}) => {
  const id = collectionId('Support tools')
  await mock.tamper(({ collections: rows }) => {
    for (const one of rows) if (one.id === id) one.name = one.name.replace(/\|[^|]{4}/, '|AAAA')
  })
  await signInAs(page, 'owner', `${collections}?collection=${id}`)
  await expect(row(page, 'Name cannot be decrypted')).toContainText(id.slice(0, 8))
  await expect(sheet(page)).toContainText('It was sealed with another key, or damaged.')
  await sheet(page).getByRole('button', { name: 'Rename' }).click()
  await dialog(page).getByLabel('Name').fill('Help desk/Tools')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Collection renamed')).toBeVisible()
  await expect(row(page, 'Tools')).toBeVisible()
  const { collections: rows } = await mock.tables()
  const renamed = rows.find((one) => one.id === id)
  expect(renamed?.name).toMatch(/^2\./)
  expect(renamed?.users).toHaveLength(3)
})

test('a right is set on many collections; what a colleague changed meanwhile stays, the rest is done', async ({
  page,
  mock,
}) => {
  const bar = page.getByRole('region', { name: 'Selection' })
  const group = idFor('group/Contractors')
  const right = async (name: string) =>
    (await mock.tables()).collections
      .find(({ id }) => id === collectionId(name))
      ?.groups.find(({ id }) => id === group)
  await signInAs(page, 'owner', collections)
  await expect(row(page, 'Banks')).toBeVisible()
  for (const name of ['Banks', 'Payments'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  await expect(page.getByRole('checkbox', { name: 'Select Finance' })).toHaveCount(0)
  await bar.getByRole('button', { name: 'Set rights' }).click()
  await dialog(page)
    .getByRole('checkbox', { name: /^Contractors/ })
    .check()
  await dialog(page).getByRole('button', { name: 'Add 1' }).click()
  await dialog(page).getByLabel('Right').selectOption({ label: 'Can edit' })
  await expect(dialog(page).getByRole('list', { name: 'What changes' })).toContainText('No right → Can edit')
  await mock.tamper(({ collections: rows }) => {
    const banks = rows.find(({ id }) => id === collectionId('Finance/Banks'))
    banks?.groups.push({ id: group, readOnly: false, hidePasswords: false, manage: true })
  })
  await dialog(page).getByRole('button', { name: 'Set rights on 2 collections' }).click()
  await expect.poll(() => right('Engineering/Payments')).toMatchObject({ readOnly: false, manage: false })
  await page.getByRole('button', { name: /^Jobs: / }).click()
  await expect(page.getByText('Somebody else changed the same right. Nothing was sent.')).toBeVisible()
  expect(await right('Finance/Banks')).toMatchObject({ manage: true })
})

test('rights on many are given back by an undo, and many are deleted once their count is typed', async ({
  page,
  mock,
}) => {
  const bar = page.getByRole('region', { name: 'Selection' })
  const group = idFor('group/Contractors')
  const names = ['Finance/Banks', 'Support tools']
  const shared = async () => {
    const { collections: rows } = await mock.tables()
    const isOne = (id: string) => names.some((name) => collectionId(name) === id)
    return rows.filter(({ id }) => isOne(id)).map(({ groups }) => groups.some(({ id }) => id === group))
  }
  const select = async () => {
    for (const name of ['Banks', 'Support tools'])
      await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  }
  await signInAs(page, 'owner', collections)
  await expect(row(page, 'Banks')).toBeVisible()
  await select()
  await bar.getByRole('button', { name: 'Set rights' }).click()
  await dialog(page)
    .getByRole('checkbox', { name: /^Contractors/ })
    .check()
  await dialog(page).getByRole('button', { name: 'Add 1' }).click()
  await dialog(page).getByRole('button', { name: 'Set rights on 2 collections' }).click()
  await expect.poll(shared).toEqual([true, true])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(shared).toEqual([false, false])

  await select()
  await bar.getByRole('button', { name: 'Delete 2 collections' }).click()
  await expect(dialog(page)).toContainText('there is no undo')
  await dialog(page).getByRole('textbox').fill('2')
  await dialog(page).getByRole('button', { name: 'Delete 2 collections' }).click()
  await expect(row(page, 'Support tools')).toHaveCount(0)
  await expect(row(page, 'Banks')).toHaveCount(0)
  await expect.poll(shared).toEqual([])
})
