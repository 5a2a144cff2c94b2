import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { found } from './support/mock'
import { credentialsOf, lockButton, passwordField, signInAs, typeCredentials } from './support/sign-in'
import { harbourline, secretList, secretPath } from './support/seed'

const codeField = (page: Page) => page.getByLabel('Six-digit code')
const alert = (page: Page) => page.getByRole('alert')

test('an owner signs in; what answers and what the wait is for are told first', async ({ page, mock }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page).toHaveTitle('Sign in · Strongroom')
  await expect(page.getByText(/^answered in \d+ ms$/)).toBeVisible()
  const owner = credentialsOf('owner')
  await page.getByLabel('E-mail').fill(owner.email)
  await passwordField(page).fill(owner.password)
  await expect(page.getByText('PBKDF2, 600,000 rounds')).toBeVisible()
  await passwordField(page).press('Enter')
  await page.waitForURL(`**/orgs/${harbourline}`)
  await expect(lockButton(page)).toBeVisible()
  const [first, ...rest] = (await mock.log()).map(({ endpoint }) => endpoint)
  expect(first).toBe('configGet')
  expect(rest.indexOf('preloginPassword')).toBeLessThan(rest.indexOf('tokenCreate'))
})

test('an admin whose key comes from Argon2id signs in', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(credentialsOf('argonAdmin').email)
  await page.getByLabel('E-mail').blur()
  await expect(page.getByText('Argon2id, 32 MiB, 3 passes')).toBeVisible()
  await typeCredentials(page, credentialsOf('argonAdmin'))
  await expect(lockButton(page)).toBeVisible()
})

test('an account of the newer encryption signs in', async ({ page }) => {
  await signInAs(page, 'newEncryption')
  await expect(page.getByRole('button', { name: 'Organization: Tidewater' })).toBeVisible()
})

test('an account with few rounds of an older time signs in, with a mailed code', async ({ page, mock }) => {
  const person = credentialsOf('emailCode')
  await page.goto('/sign-in')
  await typeCredentials(page, person)
  await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
  expect(await mock.mailedCode(person.email)).toBeUndefined()
  await page.getByRole('button', { name: 'Mail the code' }).click()
  await expect(page.getByText('Mailed.')).toBeVisible()
  await codeField(page).fill(found(await mock.mailedCode(person.email), 'mailed code'))
  await expect(lockButton(page)).toBeVisible()
})

test('an authenticator’s code signs in at its sixth digit; a wrong one may be mended', async ({
  page,
  mock,
}) => {
  const person = credentialsOf('authenticator')
  await page.goto('/sign-in')
  await typeCredentials(page, person)
  const right = await mock.authenticatorCode(person.email)
  await expect(codeField(page)).toBeFocused()
  await codeField(page).fill(right === '000000' ? '111111' : '000000')
  await expect(alert(page)).toContainText('This code is not accepted')
  await expect(codeField(page)).toBeVisible()
  await codeField(page).fill(right)
  await expect(lockButton(page)).toBeVisible()
})

test('a remembered device is not asked for a code again, also after a sign-out', async ({ page, mock }) => {
  const person = credentialsOf('authenticator')
  await page.goto('/sign-in')
  await typeCredentials(page, person)
  await page.getByLabel('Do not ask again on this device for 30 days').check()
  await codeField(page).fill(await mock.authenticatorCode(person.email))
  await expect(lockButton(page)).toBeVisible()
  await page.getByRole('button', { name: /, account of / }).click()
  await page.getByRole('menuitem', { name: /^Sign out/ }).click()
  await expect(page.getByText('You are signed out in all tabs')).toBeVisible()
  await typeCredentials(page, person)
  await expect(lockButton(page)).toBeVisible()
})

test('an unknown device needs the mailed code, and a new one can be asked for', async ({ page, mock }) => {
  await mock.switch({ newDeviceVerification: true })
  const person = credentialsOf('owner')
  await page.goto('/sign-in')
  await typeCredentials(page, person)
  await expect(page.getByText('The server does not know this browser yet')).toBeVisible()
  const first = found(await mock.mailedCode(person.email), 'mailed code')
  await page.getByRole('button', { name: 'Mail the code again' }).click()
  await expect(page.getByText('Mailed.')).toBeVisible()
  const second = found(await mock.mailedCode(person.email), 'second mailed code')
  const code = page.getByLabel('Code from the mail')
  await code.fill(first)
  await code.press('Enter')
  await expect(alert(page)).toContainText('This code is not accepted')
  await code.fill(second)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(lockButton(page)).toBeVisible()
})

test('a wrong password is told beside the form, and what was typed stays', async ({ page }) => {
  const { email } = credentialsOf('owner')
  await page.goto('/sign-in')
  await typeCredentials(page, { email, password: 'wrong horse vault' })
  await expect(alert(page)).toContainText('E-mail and master password do not fit together.')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(passwordField(page)).toHaveValue('wrong horse vault')
  await typeCredentials(page, credentialsOf('owner'))
  await expect(lockButton(page)).toBeVisible()
})

test('nothing is sent while a field is missing or no address', async ({ page, mock }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Type the e-mail address of your account')).toBeVisible()
  await expect(page.getByText('Type your master password.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('E-mail').fill('mara at harbourline')
  await passwordField(page).fill('x')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Type the e-mail address of your account')).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(0)
})

test('the way back from the second step asks for the password again', async ({ page }) => {
  await page.goto('/sign-in')
  await typeCredentials(page, credentialsOf('authenticator'))
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(passwordField(page)).toHaveValue('')
})

test('second factors that cannot be used here are named, with what works', async ({ page }) => {
  await page.goto('/sign-in')
  await typeCredentials(page, credentialsOf('passkeyOnly'))
  await expect(alert(page)).toContainText('Duo')
  await expect(alert(page)).toContainText('Passkey (WebAuthn)')
  await expect(alert(page)).toContainText('personal API key')
})

test('a member who must use single sign-on is told what works instead', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByText('Single sign-on, Duo, YubiKey and passkeys do not work here.')).toBeVisible()
  await typeCredentials(page, credentialsOf('ssoOnly'))
  await expect(alert(page)).toContainText('demands single sign-on')
})

test('a personal API key opens the vault with the master password', async ({ page, mock }) => {
  const owner = credentialsOf('owner')
  const { users } = await mock.tables()
  const user = found(
    users.find(({ email }) => email === owner.email),
    'owner',
  )
  await page.goto('/sign-in')
  await page.getByRole('radio', { name: 'Personal API key' }).check()
  const send = page.getByRole('button', { name: 'Sign in' })
  await send.click()
  await expect(page.getByText('Paste client_id from Account settings')).toBeVisible()
  await page.getByLabel('Client id').fill(`user.${user.id}`)
  await page.getByLabel('Client secret', { exact: true }).fill('not the right secret')
  await passwordField(page).fill(owner.password)
  await send.click()
  await expect(alert(page)).toContainText('does not accept these credentials')
  await page.getByLabel('Client secret', { exact: true }).fill(user.apiKey)
  await passwordField(page).fill('wrong horse vault')
  await send.click()
  await expect(alert(page)).toContainText('does not open')
  await passwordField(page).fill(owner.password)
  await send.click()
  await expect(lockButton(page)).toBeVisible()
})

test('an account without organization is told what to do', async ({ page }) => {
  await signInAs(page, 'noOrganization')
  await expect(page.getByRole('heading', { name: 'Your account belongs to no organization' })).toBeVisible()
  await expect(page).toHaveURL(/\/no-organization$/)
  expect(await findings(page)).toEqual([])
})

test('an organization without Secrets Manager is named, and nothing can be asked for', async ({ page }) => {
  await signInAs(page, 'noSmOrganization')
  await expect(page.getByText('This organization does not have Secrets Manager.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask owners for access' })).toHaveCount(0)
})

test('a member without Secrets Manager asks the owners for it', async ({ page, mock }) => {
  await signInAs(page, 'withoutSm')
  await expect(page.getByRole('heading', { name: 'Secrets are not open to you here' })).toBeVisible()
  const ask = page.getByRole('button', { name: 'Ask owners for access' })
  await ask.click()
  await expect(page.getByText('Write what you need it for')).toBeVisible()
  expect(await mock.mails()).toEqual([])
  await page.getByLabel('Why you need access').fill('Rotating the map keys of Mobile.')
  await ask.click()
  await expect(page.getByText('Your request was mailed to all owners and admins.')).toBeVisible()
  const mails = await mock.mails()
  expect(mails.map(({ to }) => to)).toContain(credentialsOf('owner').email)
  expect(mails[0]?.body).toContain('Rotating the map keys of Mobile.')
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('nothing has changed yet')).toBeVisible()
})

test('an admin gets nothing by the role alone', async ({ page }) => {
  await signInAs(page, 'adminWithoutSm', secretPath('PROD_EDGE_ORIGIN_PIN'))
  await expect(page.getByRole('heading', { name: 'Secrets are not open to you here' })).toBeVisible()
})

test('who waits to be confirmed, and who is revoked, are told so', async ({ page }) => {
  await signInAs(page, 'toConfirm')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/confirm/)
})

test('a server that does not answer is named before any password, and can be asked again', async ({
  page,
  mock,
}) => {
  await mock.fail({ fault: 'serverDown' })
  await page.goto('/sign-in')
  await expect(page.getByText('The server does not answer at /api.')).toBeVisible()
  const send = page.getByRole('button', { name: 'Continue' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel('E-mail').fill(credentialsOf('owner').email)
  await passwordField(page).fill('correct horse vault')
  await passwordField(page).press('Enter')
  await mock.mend()
  expect(await mock.count('tokenCreate')).toBe(0)
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText(/^answered in/)).toBeVisible()
  await send.click()
  await expect(lockButton(page)).toBeVisible()
})

test('what is sent before the server has said what it is waits for that', async ({ page, mock }) => {
  await mock.fail({ fault: 'slow', match: 'configGet', ms: 60_000 })
  await page.goto('/sign-in')
  await expect(page.getByText('Asking what answers here')).toBeVisible()
  await page.getByLabel('E-mail').fill(credentialsOf('owner').email)
  await passwordField(page).fill('correct horse vault')
  await passwordField(page).press('Enter')
  await expect(page.getByText('Waiting for the server')).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(0)
  await mock.mend()
  await expect(lockButton(page)).toBeVisible()
})

test('a network that is cut counts as unreachable too', async ({ page, mock }) => {
  await mock.fail({ fault: 'offline', match: 'configGet' })
  await page.goto('/sign-in')
  await expect(page.getByText('The server does not answer at /api.')).toBeVisible()
})

test('something else at /api is called what it is', async ({ page, mock }) => {
  await mock.fail({ fault: 'contractBreak', match: 'configGet' })
  await page.goto('/sign-in')
  await expect(page.getByText('it is not a Bitwarden-compatible server')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Continue' })).toHaveAttribute('aria-disabled', 'true')
})

test('a pasted link leads through the sign-in to its place', async ({ page }) => {
  await signInAs(page, 'owner', `${secretList}?is=unassigned`)
  await expect(page).toHaveURL(new RegExp(`/orgs/${harbourline}/secrets\\?is=unassigned$`))
})

test('a link never leads out of the console after the sign-in', async ({ page, baseURL }) => {
  await signInAs(page, 'owner', '/sign-in?to=//elsewhere.example/')
  await expect(page).toHaveURL(`${baseURL}/orgs/${harbourline}`)
})
