import { findings } from './support/axe'
import { harbourline } from './support/seed'
import { rail, signInAs } from './support/sign-in'
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
