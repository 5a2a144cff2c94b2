import { expect, test } from './support/test'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { findSecret } from './support/secret'
import { secretList, secretPath } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'

test('where there is no shared worker, each tab has its own session and a reload asks for the password', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
  const heading = page.getByRole('heading', { name: PIN })
  const value = page.getByRole('textbox', { name: 'Value', exact: true })
  await signInAs(page, 'owner', secretList)
  expect(await page.evaluate(() => 'SharedWorker' in globalThis)).toBe(false)
  await findSecret(page, PIN)
  await page.getByRole('grid').getByRole('link', { name: PIN }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(value).toHaveText(/^\d+$/)

  await lockButton(page).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(heading).toBeVisible()
  await expect(value).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('The page was loaded anew.')).toBeVisible()
  await unlock(page, credentialsOf('owner').password)
  await expect(heading).toBeVisible()
  await expect(page).toHaveURL(secretPath(PIN))

  const second = await context.newPage()
  await second.goto(secretPath(PIN))
  await expect(second.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
