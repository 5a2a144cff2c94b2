import { expect, test } from './support/test'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { secretList, secretPath, settings } from './support/seed'

test('theme and density apply at once, in every tab, and outlast lock and reload', async ({
  page,
  context,
}) => {
  await signInAs(page, 'owner', settings)
  await expect(page).toHaveTitle('Settings · Strongroom')
  const other = await context.newPage()
  await other.goto(settings)
  await page.getByRole('radio', { name: /^Dark/ }).check()
  const isDark = () => getComputedStyle(document.documentElement).colorScheme
  await expect.poll(() => page.evaluate(isDark)).toBe('dark')
  await expect.poll(() => other.evaluate(isDark)).toBe('dark')
  await page.getByRole('radio', { name: 'Compact' }).check()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await lockButton(page).click()
  await unlock(page, credentialsOf('owner').password)
  await expect.poll(() => page.evaluate(isDark)).toBe('dark')
})

test('single keys can be switched off', async ({ page }) => {
  await signInAs(page, 'owner', settings)
  await page.getByRole('switch', { name: /Single keys/ }).click()
  await page.goto(secretPath('PROD_EDGE_ORIGIN_PIN'))
  await expect(page.getByRole('img', { name: 'Value, hidden' })).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.press('v')
  await expect(page.getByText(/^Not read yet\. Revealing/)).toBeVisible()
})

test('a shorter time hides a value sooner', async ({ page }) => {
  await page.clock.install()
  await signInAs(page, 'owner', settings)
  await page.getByLabel('Hide a value again after').selectOption({ index: 0 })
  await page.goto(secretPath('PROD_EDGE_ORIGIN_PIN'))
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeVisible()
  await page.clock.fastForward(29_000)
  await expect(page.getByRole('img', { name: 'Value, hidden' })).toBeVisible()
})

test('mangled settings fall back, one by one', async ({ page, context }) => {
  await context.addInitScript(() => {
    localStorage.setItem('strongroom.settings', '{"theme":"pink","density":"compact","lockAfter":-3}')
  })
  await signInAs(page, 'owner', settings)
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await expect(page.getByRole('radio', { name: /^System/ })).toBeChecked()
})

test('what this device keeps is listed, and can be erased whole', async ({ page }) => {
  await signInAs(page, 'owner', settings)
  await expect(page.getByText('Never here: master password')).toBeVisible()
  await page.getByRole('button', { name: 'Erase all and sign out' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Erase/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const kept = await page.evaluate(() => Object.keys(localStorage))
  expect(kept.filter((key) => key !== 'strongroom.device')).toEqual([])
  await page.goto(secretList)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a member without Secrets Manager reaches the settings', async ({ page }) => {
  await signInAs(page, 'withoutSm', settings)
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})
