import { findings } from './support/axe'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { secretId, secretPath } from './support/seed'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const PIN = 'PROD_EDGE_ORIGIN_PIN'

test('facts are told without showing the value, in one recorded read', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretPath(LEDGER))
  await page.getByRole('button', { name: /^Load note/ }).click()
  const facts = page.getByRole('region', { name: 'What the value is' })
  await expect(facts).toContainText('JSON object, 6 keys')
  await expect(facts).toContainText('A–Z, a–z, 0–9, signs, white space')
  await expect(page.getByRole('main')).not.toContainText('verify-full')
  expect(await mock.count('secretGet')).toBe(1)
})

test('the same value elsewhere is looked for blind, after its cost was said', async ({ page, mock }) => {
  // A twin of the secret, by its ciphertext.
  await mock.tamper(({ secrets }) => {
    const [one, other] = [PIN, 'PROD_WAREHOUSE_LEGACY_INI'].map((label) =>
      secrets.find((row) => row.id === secretId(label)),
    )
    if (one && other) other.value = one.value
  })
  await signInAs(page, 'owner', secretPath(PIN))
  await page.getByRole('button', { name: /^Load note/ }).click()
  await page.getByRole('button', { name: 'Look for the same value elsewhere' }).click()
  const dialog = page.getByRole('dialog', { name: 'Is this value used elsewhere?' })
  await expect(dialog).toContainText('under your name')
  expect(await mock.count('secretGetByIds')).toBe(0)
  await dialog.getByRole('radio', { name: 'All secrets' }).check()
  await dialog.getByLabel('Only names that contain').fill('IN_NO_NAME_AT_ALL')
  await expect(dialog.getByRole('button', { name: 'Read and compare 0 secrets' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog.getByLabel('Only names that contain').fill('WAREHOUSE')
  await mock.fail({ fault: 'serverDown', match: 'secretGetByIds' })
  const compare = dialog.getByRole('button', { name: /^Read and compare \d+ secrets$/ })
  await compare.click()
  await expect(dialog.getByRole('alert')).toContainText('They could not be compared.')
  await mock.mend()
  await compare.click()
  await expect(
    dialog.getByRole('status').filter({ hasText: 'The same value stands in 1 other secret' }),
  ).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'PROD_WAREHOUSE_LEGACY_INI' })).toBeVisible()
})

test('JSON is coloured and folds, and stays what it is, byte for byte', async ({ page }) => {
  await signInAs(page, 'owner', secretPath(LEDGER))
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Value', exact: true })
  const fold = box.getByRole('button', { name: 'Fold object, 6 keys' })
  await expect(fold).toBeVisible()
  const whole = await box.evaluate((element) => element.textContent)
  expect(JSON.parse(whole)).toHaveProperty('host')
  const colours = () =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0))
  await expect.poll(colours).toBeGreaterThan(6)
  await fold.press('Enter')
  await expect(box.getByText('"host"')).toBeHidden()
  expect(await box.evaluate((element) => element.textContent)).toBe(whole)
  await page.getByRole('button', { name: 'Unfold all' }).click()
  await expect(fold).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect.poll(colours).toBe(0)
})

test('JSON of 25,000 characters in one line and a certificate that does not parse are kept, shown and told', async ({
  page,
}) => {
  const value = page.getByLabel('Value', { exact: true })
  const box = page.getByRole('textbox', { name: 'Value', exact: true })
  const facts = page.getByRole('region', { name: 'What the value is' })
  const save = async (text: string) => {
    await value.fill(text)
    await page.getByRole('button', { name: 'Save secret' }).click()
    await page.waitForURL(`**${secretPath(PIN)}`)
    await page.getByRole('button', { name: 'Reveal', exact: true }).click()
    await expect(box).toBeVisible()
    await expect.poll(() => box.evaluate((element) => element.textContent)).toBe(text)
  }
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  await expect(value).toBeVisible()
  const pairs = Array.from({ length: 800 }, (_, i) => `"key_${i}":"${'v'.repeat(15)}"`)
  const json = `{${pairs.join(',')}}`.padEnd(25_000, ' ').slice(0, 25_000)
  await save(json)
  await expect(facts).toContainText('JSON object, 800 keys')
  await box.getByRole('button', { name: 'Fold object, 800 keys' }).press('Enter')
  await expect(box.getByText('"key_0"')).toBeHidden()

  await page.goto(`${secretPath(PIN)}/edit`)
  await expect(value).toBeVisible()
  await save('-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n')
  await expect(facts).toContainText('PEM, certificate')
  await expect(facts).toContainText('A certificate that does not parse')
  expect(await findings(page)).toEqual([])
})
