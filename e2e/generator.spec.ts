import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { expect, test } from './support/test'
import { emptyOwner, rail, signIn, signInAs } from './support/sign-in'
import { secretId, secretPath } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const value = (page: Page) => page.getByLabel('Value', { exact: true })
const generator = (page: Page) => page.getByRole('region', { name: 'Generator' })

test('a generated value is saved; what was there can be put back; a preset holds no value', async ({
  page,
  mock,
}) => {
  const before = await mock.secret(secretId(PIN))
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  const old = await value(page).inputValue()
  await page.getByRole('button', { name: 'Generate a value' }).click()
  // Over a value it draws only when it is asked to.
  await expect(value(page)).toHaveValue(old)
  await generator(page).getByRole('radio', { name: 'Hex' }).check()
  await expect(value(page)).toHaveValue(/^[0-9a-f]{64}$/)
  await expect(generator(page)).toContainText('256 bits')
  await generator(page).getByRole('button', { name: 'Put back what was there' }).click()
  await expect(value(page)).toHaveValue(old)
  await generator(page).getByRole('radio', { name: 'Words' }).check()
  // Harbourline's policy asks for five words, capitals and a digit.
  await expect(generator(page)).toContainText(
    /asks for this: passwords: at least 20 characters, A–Z, a–z, 0–9/,
  )
  await expect(value(page)).toHaveValue(/^[A-Z][a-z]+\d?(?:-[A-Z][a-z]+\d?)+$/)
  await expect(generator(page).getByRole('checkbox', { name: 'Capitals' })).toBeDisabled()
  await generator(page).getByRole('spinbutton', { name: 'Words' }).fill('8')
  await page.keyboard.press('Enter')
  await expect(generator(page)).toContainText('109 bits')
  await generator(page).getByRole('button', { name: 'Keep as a preset' }).click()
  const kept = await page.evaluate(() => localStorage.getItem('strongroom.recipes'))
  const text = await value(page).inputValue()
  expect(kept).toContain('"count":8')
  expect(kept).not.toContain(text.split('-')[0] ?? text)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Save secret' }).click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  expect((await mock.secret(before.id)).value).not.toBe(before.value)
})

test('a new secret gets a value by keyboard alone, and none from nothing', async ({ page, mock }) => {
  await mock.create({ seed: 'empty' })
  await signIn(page, emptyOwner)
  await rail(page, 'Secrets').click()
  await page.getByRole('button', { name: 'New secret' }).first().click()
  await page.getByRole('button', { name: 'Generate a value' }).press('Enter')
  await expect(value(page)).toHaveValue(/^[A-Za-z0-9]{44}$/)
  const first = await value(page).inputValue()
  await generator(page).getByRole('button', { name: 'Another' }).press('Enter')
  await expect(value(page)).not.toHaveValue(first)
  for (const set of ['A to Z', 'a to z', '0 to 9'])
    await generator(page).getByRole('checkbox', { name: set, exact: true }).press('Space')
  await expect(generator(page).getByRole('status')).toContainText('Choose at least one set of characters.')
  await expect(generator(page).getByRole('button', { name: 'Another' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})
