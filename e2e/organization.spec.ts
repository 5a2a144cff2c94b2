import { findings } from './support/axe'
import { harbourline } from './support/seed'
import { rail, signInAs } from './support/sign-in'
import { tabTo } from './support/tab-to'
import { expect, test } from './support/test'

const path = `/orgs/${harbourline}/organization`

test('an owner sees plan, seats and switches, and changes who governs collections', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', path)
  await expect(page.getByRole('heading', { name: 'Organization' })).toBeVisible()
  await expect(page.getByText('Enterprise (Annually)')).toBeVisible()
  const rules = page.getByRole('region', { name: 'Who governs collections' })
  expect(await findings(page)).toEqual([])
  await rules.getByRole('switch', { name: 'Only owners and admins delete collections' }).click()
  await expect(rules).toContainText('Recorded as 1612')
  await mock.fail({ fault: 'reject', match: 'organizationCollectionManagement', times: 1 })
  await rules.getByRole('button', { name: 'Save rule' }).click()
  await expect(rules.getByRole('alert')).toContainText('What you chose is kept here.')
  await rules.getByRole('button', { name: 'Save rule' }).click()
  await expect(page.getByText('Rules saved')).toBeVisible()
  const { organizations, events } = await mock.tables()
  expect(organizations.find(({ id }) => id === harbourline)?.flags.limitCollectionDeletion).toBe(true)
  expect(events.some(({ type }) => type === 1612)).toBe(true)
})

test('an admin without Secrets Manager runs groups and policies, and is told what owners alone see', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'adminWithoutSm', path)
  await expect(page.getByText('The server tells the rest to owners alone.')).toBeVisible()
  expect(await mock.count('organizationGet')).toBe(0)
  await rail(page, 'Groups').click()
  await expect(page.getByRole('grid', { name: 'Groups' })).toContainText('Payments engineers')
  await expect(page.getByRole('grid', { name: 'Groups' })).toContainText('Not known')
  await rail(page, 'Policies').click()
  await expect(page.getByRole('heading', { name: 'Policies' })).toBeVisible()
})

test('the Public API is described endpoint by endpoint, by keyboard; where none is served it is said so', async ({
  page,
  mock,
}) => {
  await mock.fail({ fault: 'offline', match: 'publicSpecification' })
  await signInAs(page, 'admin', `/orgs/${harbourline}/organization/api`)
  await expect(page.getByRole('heading', { name: 'The description could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: /^Members \d+$/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Raw JSON' })).toHaveAttribute('href', /swagger\.json$/)
  await expect(page.getByText('Whoever holds the organization’s API key')).toBeVisible()

  await page.getByRole('searchbox', { name: 'Method, path, field or word' }).focus()
  await page.keyboard.type('put externalid group')
  await expect(page.getByRole('status').filter({ hasText: /^3 of \d+ endpoints$/ })).toBeVisible()
  await tabTo(page, page.locator('summary').first())
  await page.keyboard.press('Enter')
  const body = page.getByRole('table', { name: 'Body of PUT /public/members/{id}' })
  await expect(body.getByRole('row', { name: /^type/ })).toContainText('required')
  await expect(page.getByText(/^Who may: tokens for api\.organization/).first()).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByRole('heading', { name: 'No endpoint matches' })).toBeVisible()

  await mock.fail({ fault: 'htmlPage', match: 'publicSpecification' })
  await page.reload()
  await expect(
    page.getByRole('heading', { name: 'This server does not describe its Public API' }),
  ).toBeVisible()
  expect(await findings(page)).toEqual([])
})
