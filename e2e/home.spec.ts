import { findings } from './support/axe'
import { emptyOwner, rail, signIn, signInAs } from './support/sign-in'
import { harbourline, secretPath } from './support/seed'
import { expect, test } from './support/test'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const home = `/orgs/${harbourline}`

test('Home tells what needs somebody, leads there, and keeps drafts and what was opened', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  await page.getByLabel('Note', { exact: true }).fill('Not yet.')
  await rail(page, 'Home').click()
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(home)
  await expect(page).toHaveTitle('Home · Strongroom')

  const counts = page.getByRole('navigation', { name: 'Counts' })
  await expect(counts.getByRole('link', { name: 'Secrets 240' })).toBeVisible()
  const needs = page.getByRole('region', { name: 'Needs you' })
  await expect(needs.getByText(/^Token .* ends in/)).toHaveCount(1)
  await expect(needs.getByRole('listitem').first().getByRole('link')).toHaveText('Replace token')
  await expect(needs.getByText('1 secret has a name that cannot be decrypted')).toBeVisible()
  expect(await mock.count('secretGet')).toBe(1)
  expect(await findings(page)).toEqual([])

  const recent = page.getByRole('region', { name: 'Recent' })
  await expect(recent.getByRole('link', { name: PIN })).toBeVisible()
  const drafts = page.getByRole('region', { name: 'Drafts' })
  await expect(drafts.getByText(PIN, { exact: true })).toBeVisible()
  await drafts.getByRole('link', { name: /^Open draft of Secret/ }).press('Enter')
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Not yet.')
  await page.goBack()
  await drafts.getByRole('button', { name: /^Erase draft of Secret/ }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Erase 1 draft' })
    .click()
  await expect(drafts).toHaveCount(0)

  await needs.getByRole('link', { name: 'Show 1 secret' }).click()
  await expect(page).toHaveURL(/\/secrets\?is=spoiled$/)
})

test('what could not be read is told as not known, and is asked for again', async ({ page, mock }) => {
  await mock.fail({ fault: 'serverDown', match: 'secretList' })
  await signInAs(page, 'owner', home)
  const needs = page.getByRole('region', { name: 'Needs you' })
  await expect(needs.getByText('Not known: the secrets could not be read.')).toBeVisible()
  await expect(needs.getByText('Nothing needs you')).toHaveCount(0)
  await mock.mend()
  await needs.getByRole('button', { name: 'Look again' }).click()
  await expect(needs.getByText('1 secret has a name that cannot be decrypted')).toBeVisible()
  await expect(needs.getByRole('status')).toHaveCount(0)
})

test('who can read nothing is told of nothing', async ({ page }) => {
  await signInAs(page, 'nothing', home)
  await expect(page.getByRole('region', { name: 'Since your last visit' })).toContainText(
    '“access event logs” can read the log',
  )
  await expect(page.getByText(/^Nothing needs you\./)).toBeVisible()
  await expect(page.getByText('Four steps')).toHaveCount(0)
})

test('an empty organization gets four steps', async ({ page, mock }) => {
  await mock.create({ seed: 'empty' })
  await signIn(page, emptyOwner)
  await expect(page.getByRole('heading', { name: 'Nothing is kept here yet' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('link', { name: 'Make a project' }).click()
  await page.getByRole('button', { name: 'New project' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill('Payments')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Payments' })).toBeVisible()
  await rail(page, 'Home').click()
  await page.getByRole('link', { name: 'Make the first secret' }).click()
  await page.getByLabel('Name', { exact: true }).fill('FIRST')
  await page.getByLabel('Value', { exact: true }).fill('value')
  await page.getByRole('button', { name: 'Create secret' }).click()
  await expect(page.getByRole('heading', { name: 'FIRST' })).toBeVisible()
  await rail(page, 'Home').click()
  await page.getByRole('link', { name: 'Make a machine account' }).click()
  await page.getByRole('button', { name: 'New machine account' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('deploy')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'deploy' })).toBeVisible()
  await rail(page, 'Home').click()
  await page.getByRole('link', { name: 'Make an access token' }).click()
  await page.getByRole('button', { name: 'New token' }).first().click()
  await dialog.getByLabel('Name').fill('first')
  await page.keyboard.press('Enter')
  await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await rail(page, 'Home').click()
  // The last step is a command line with the real ids.
  const { secrets } = await mock.tables()
  const id = secrets.find((row) => row.deletedDate === null)?.id ?? 'none'
  await expect(page.getByText('All four done')).toBeVisible()
  await expect(page.getByText(`bws secret get ${id}`)).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('Home tells what happened since the last visit, and that the first has none before', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', home)
  const since = page.getByRole('region', { name: 'Since your last visit' })
  await expect(since).toContainText('This is your first visit in this browser.')
  await page.evaluate(() => {
    const visits = JSON.parse(localStorage.getItem('strongroom.visits') ?? '{}') as Record<
      string,
      { at: number }
    >
    for (const visit of Object.values(visits)) visit.at -= 3 * 86_400_000
    localStorage.setItem('strongroom.visits', JSON.stringify(visits))
  })
  // Failed and none are told apart from what happened, and from each other.
  await mock.fail({ fault: 'status500', match: 'organizationEventList' })
  await page.reload()
  await expect(since).toContainText('Not known: the log could not be read.')
  await mock.mend()
  await since.getByRole('button', { name: 'Read the log again' }).click()
  const secrets = since.getByRole('link', { name: /Secret .*retrieved/ })
  await expect(secrets).toBeVisible()
  const full = await mock.tables()
  await mock.tamper((tables) => {
    tables.events = tables.events.filter(({ organizationId }) => organizationId !== harbourline)
  })
  await page.reload()
  await expect(since).toContainText('Nothing was recorded.')
  await mock.tamper((tables) => {
    tables.events = full.events
  })
  await page.reload()
  await expect(secrets).toBeVisible()
  expect(await findings(page)).toEqual([])
  await secrets.click()
  await expect(page.getByRole('heading', { name: 'Events', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/from=20.*category=secret/)
  await expect(page.getByRole('button', { name: 'Remove filter category:secret' })).toBeVisible()
})
