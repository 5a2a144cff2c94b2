import { findings } from './support/axe'
import { secretList } from './support/seed'
import { signInAs } from './support/sign-in'
import { expect, test } from './support/test'

test('a server without Secrets Manager: what is there works, what is not says so', async ({ page, mock }) => {
  await mock.switch({ secretsManager: false })
  await signInAs(page, 'owner', secretList)
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { name: 'Secrets are not open to you here' })).toBeVisible()
  await expect(main).toContainText('calls itself “Harbour server” and offers no Secrets Manager')
  await expect(page.getByRole('button', { name: 'Ask owners for access' })).toHaveCount(0)
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await expect(sections.getByRole('button', { name: 'Secrets', disabled: true })).toBeVisible()
  expect(await findings(page)).toEqual([])

  const open = page.getByRole('navigation', { name: 'Open to you here' })
  await open.getByRole('link', { name: 'Members' }).click()
  const members = page.getByRole('grid', { name: 'Members' })
  await expect(members).toContainText('Mara Lindqvist')
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Secrets are not open to you here' })).toBeVisible()
  await page.goForward()
  await expect(members).toContainText('Mara Lindqvist')
  for (const [name, text] of [
    ['Groups', 'Payments engineers'],
    ['Collections', 'Engineering'],
    ['Policies', 'Type 23'],
    ['Events', 'Mara Lindqvist'],
    ['Organization', 'Harbourline'],
  ] as const) {
    await sections.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(main, name).toContainText(text)
    await expect(main.getByRole('alert')).toHaveCount(0)
  }
  // Neither the address opened first nor the ways to and from it ask for what the profile says is not there.
  const missed = (await mock.log()).filter(({ status }) => status === 404).map(({ path }) => path)
  expect(missed).toEqual([])
})
