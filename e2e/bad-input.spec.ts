import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { found } from './support/mock'
import { credentialsOf, lockButton, rail, signInAs, typeCredentials } from './support/sign-in'
import { findSecret } from './support/secret'
import { harbourline, projectList, secretId, secretList, secretPath, settings } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const NOBODY = '11111111-2222-4333-8444-555555555555'
const reveal = (page: Page) => page.getByRole('button', { name: 'Reveal', exact: true })
const value = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true })
const alert = (page: Page) => page.getByRole('alert')

test('where storage is refused everything works, and what is lost by it is told', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, { get: refuse })
    }
  })
  await page.goto('/sign-in')
  await expect(page.getByText('This browser keeps nothing for this page.')).toBeVisible()
  await typeCredentials(page, credentialsOf('owner'))
  await rail(page, 'Secrets').click()
  await findSecret(page, PIN)
  await page.getByRole('grid').getByRole('link', { name: PIN }).click()
  await reveal(page).click()
  await expect(value(page)).toHaveText(/^\d+$/)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: /^Dark/ }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

const parts = (good: string) => good.slice(2).split('|')

/**
 * Ciphertexts that a server takes and that are none of ours. It refuses every other form, and the imitation answers
 * with none; those forms are tried in `src/crypto`.
 */
const wrongForms: [string, (good: string) => string][] = [
  ['a type without authentication', (good) => `0.${parts(good).slice(0, 2).join('|')}`],
  ['the type of 128-bit keys', (good) => `1.${parts(good).join('|')}`],
  ['sealed with RSA', (good) => `4.${parts(good)[1]}`],
  ['the newer envelope', (good) => `7.${parts(good)[1]}`],
  ['a short IV', (good) => `2.AAAA|${parts(good).slice(1).join('|')}`],
  ['half a block', (good) => `2.${parts(good)[0]}|AAAAAAAAAAAA|${parts(good)[2]}`],
  ['a short authentication code', (good) => `2.${parts(good).slice(0, 2).join('|')}|AAAA`],
  ['another authentication code', (good) => `2.${parts(good).slice(0, 2).join('|')}|${'A'.repeat(43)}=`],
]

test('ciphertexts that cannot be opened spoil their own row and no other', async ({ page, mock }) => {
  let ids: string[] = []
  await mock.tamper(({ secrets }) => {
    const rows = secrets.filter(
      (row) => row.organizationId === harbourline && row.deletedDate === null && row.id !== secretId(PIN),
    )
    ids = wrongForms.map(([, spoil], index) => {
      const row = found(rows[index], `row ${index}`)
      Object.assign(row, { key: spoil(row.key), value: spoil(row.value), note: spoil(row.note) })
      return row.id
    })
  })
  await signInAs(page, 'owner', `${secretList}?is=spoiled`)
  const spoiled = page.getByRole('grid').getByRole('link', { name: 'Name cannot be decrypted' })
  await expect(spoiled).toHaveCount(ids.length + 1)
  for (const [index, [what]] of wrongForms.entries()) {
    await test.step(what, async () => {
      await page.goto(`${secretList}/${ids[index]}`)
      await expect(page.getByRole('heading', { name: 'Name cannot be decrypted' })).toBeVisible()
      await reveal(page).click()
      await expect(alert(page)).toContainText('This value cannot be decrypted.')
    })
  }
  await page.goto(secretPath(PIN))
  await reveal(page).click()
  await expect(value(page)).toHaveText(/^\d+$/)
})

test('an answer of another form is told where it was asked for, and can be asked for again', async ({
  page,
  mock,
}) => {
  await mock.fail({ fault: 'contractBreak', match: 'secretList' })
  await signInAs(page, 'owner', secretList)
  await expect(page.getByRole('heading', { name: 'Secrets could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await findSecret(page, PIN)
  await page.getByRole('grid').getByRole('link', { name: PIN }).click()

  await mock.fail({ fault: 'contractBreak', match: 'secretGet' })
  await reveal(page).click()
  await expect(alert(page)).toContainText('The value could not be read.')
  await page.goto(`${secretPath(PIN)}/edit`)
  await expect(alert(page)).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Value', { exact: true })).toBeVisible()
})

test('an answer of another form to the sign-in keeps what was typed', async ({ page, mock }) => {
  await mock.fail({ fault: 'contractBreak', match: 'tokenCreate' })
  await page.goto('/sign-in')
  await typeCredentials(page, credentialsOf('owner'))
  await expect(alert(page)).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(credentialsOf('owner').email)
  await mock.mend()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(lockButton(page)).toBeVisible()
})

test('addresses that lead nowhere say so, each in its way', async ({ page }) => {
  const orgs = '/orgs/'
  const places: [string, string | RegExp][] = [
    [`${orgs}${NOBODY}/secrets`, 'This organization is not one of yours'],
    [`${orgs}not-an-id/settings`, 'This organization is not one of yours'],
    [`${secretList}/${NOBODY}/versions`, 'Secret 11111111 is not here'],
    [`${secretList}/${NOBODY}/edit`, 'Secret 11111111 is not here'],
    [`${secretList}/not-an-id`, /is not here$/],
    [`${secretList}/..%2F..%2Fprojects`, /is not here$/],
    [`${projectList}/${NOBODY}`, /is not here$/],
    [`${orgs}${harbourline}/vault`, 'There is no such page'],
    [`${secretList}/new?project=${NOBODY}`, 'New secret'],
    [`${secretList}/new?project[]=%00&project=<b>`, 'New secret'],
    [`${settings}?x=%E0%A4%A`, 'Settings'],
    ['/unlock?to=javascript:alert(1)', 'Home'],
  ]
  await signInAs(page, 'owner', settings)
  for (const [path, title] of places) {
    await test.step(path, async () => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    })
  }
})
