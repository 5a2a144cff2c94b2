import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { harbourline } from './support/seed'
import { signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const members = `/orgs/${harbourline}/members`
const grid = (page: Page) => page.getByRole('grid', { name: 'Members' })
const row = (page: Page, name: string) => grid(page).getByRole('row', { name: new RegExp(name) })
const dialog = (page: Page) => page.getByRole('dialog')
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: new RegExp(`^${name}`) })
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })

async function open(page: Page, who: Parameters<typeof signInAs>[1], path = members) {
  await signInAs(page, who, path)
  await expect(page.getByRole('heading', { name: 'Members', level: 1 })).toBeVisible()
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
}

/** The menu of a row, opened from the row itself. */
async function actOn(page: Page, name: string, act: string) {
  await row(page, name).hover()
  await row(page, name)
    .getByRole('button', { name: `Acts on ${name}` })
    .click()
  await page.getByRole('menuitem', { name: act }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

test('members are found by status, role, group and sign-in, and the address keeps how', async ({ page }) => {
  await open(page, 'owner')
  expect(await findings(page)).toEqual([])
  await expect(page).toHaveTitle('Members · Strongroom')
  await tab(page, 'To confirm').click()
  await expect(page).toHaveURL(/status=accepted/)
  await expect(tab(page, 'To confirm')).toHaveAttribute('aria-current', 'page')
  await expect(tab(page, 'All')).not.toHaveAttribute('aria-current', 'page')
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await tab(page, 'All').click()
  await page.getByLabel('Role').selectOption('owner')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3')
  await page.getByLabel('Sign-in').selectOption('two-step-off')
  await expect(page).toHaveURL(/role=owner/)
  await page.reload()
  await expect(page).toHaveURL(/is=two-step-off/)
  await page.goto(members)
  await page.getByLabel('Sign-in').selectOption('sso')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3')
  await page.getByLabel('Sign-in').selectOption('claimed')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
  await row(page, 'Delphine Maury').hover()
  await page.getByRole('button', { name: 'Acts on Delphine Maury' }).click()
  await expect(page.getByRole('menu')).toContainText('The organization claims this account')
  await page.keyboard.press('Escape')
  await page.goto(members)
  const search = page.getByRole('searchbox', { name: 'Search names and addresses' })
  await search.fill('marchetti')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
  expect(page.url()).not.toContain('marchetti')
  await search.fill('nobody-is-called-so')
  await expect(page.getByRole('heading', { name: 'No member matches' })).toBeVisible()
})

test('a pasted list with junk is judged line by line, and only what is new is invited', async ({
  page,
  mock,
}) => {
  await open(page, 'owner')
  await page.getByRole('button', { name: 'Invite people' }).click()
  const invite = dialog(page).getByRole('button', { name: /^Invite \d/ })
  await expect(invite).toHaveAttribute('aria-disabled', 'true')
  const field = dialog(page).getByLabel('Addresses')
  await field.fill(
    'Name;E-mail\nAda Long;ada@harbourline.example\n"Bo" <bo@harbourline.example>, tomas.okafor@harbourline.example\nlea.brandt@harbourline.example ADA@harbourline.example\nruth@harbourline\nno address here\nc@elsewhere.example',
  )
  await expect(dialog(page).getByRole('status').first()).toContainText('3 to invite')
  const lines = dialog(page).getByRole('list', { name: 'Lines to look at' })
  await expect(lines).toContainText('Already a member')
  await expect(lines).toContainText('Already invited')
  await expect(lines).toContainText('Stands further up')
  await expect(lines).toContainText('No domain ending')
  await expect(lines).toContainText('there is no @ in it')
  await expect(lines).toContainText('nobody here is of elsewhere.example')
  expect(await findings(page)).toEqual([])

  await mock.fail({ fault: 'reject', match: 'memberInvite', times: 1 })
  await invite.click()
  await expect(dialog(page).getByRole('alert')).toContainText('Nobody was invited')
  await expect(field).toHaveValue(/Ada Long/)

  await dialog(page)
    .getByRole('radio', { name: /^Custom/ })
    .check()
  await expect(invite).toHaveAttribute('aria-disabled', 'true')
  await dialog(page)
    .getByRole('checkbox', { name: /^Read the event log/ })
    .check()
  await dialog(page)
    .getByRole('checkbox', { name: /^Contractors/ })
    .check()
  await invite.click()
  await expect(dialog(page)).toBeHidden()
  await expect(row(page, 'ada@harbourline.example')).toContainText('Custom')
  await expect(row(page, 'ada@harbourline.example')).toContainText('Contractors')
  const { members: rows } = await mock.tables()
  const ada = rows.find(({ email }) => email === 'ada@harbourline.example')
  expect(ada?.permissions?.['accessEventLogs']).toBe(true)
  expect((await mock.mails()).filter(({ subject }) => subject === 'Join Harbourline')).toHaveLength(3)
})

test('500 pasted addresses go through the queue, and more than the seats are refused before', async ({
  page,
  mock,
}) => {
  await mock.tamper(({ organizations }) => {
    const row = organizations.find(({ id }) => id === harbourline)
    if (row) Object.assign(row, { seats: 600, smSeats: 600 })
  })
  await open(page, 'owner')
  await page.getByRole('button', { name: 'Invite people' }).click()
  const list = (count: number) =>
    Array.from({ length: count }, (_, i) => (i % 10 === 9 ? `junk ${i}` : `p${i}@harbourline.example`))
  const field = dialog(page).getByLabel('Addresses')
  await field.fill(list(700).join('\n'))
  await expect(dialog(page).getByRole('button', { name: 'Invite 630 people' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await field.fill(list(500).join('; \n'))
  await expect(dialog(page).getByRole('status').first()).toContainText('50 are not addresses')
  await page.keyboard.press('Escape')
  await expect(dialog(page).getByRole('alert')).toHaveText('Closing throws away the list of addresses.')
  await page.keyboard.press('Escape')
  await expect(dialog(page).getByRole('alert')).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Invite 450 people' }).click()
  await expect(dialog(page)).toBeHidden()
  const invited = async () =>
    (await mock.tables()).members.filter(({ email }) => /^p\d+@/.test(email ?? '')).length
  await expect.poll(invited, { timeout: 30_000 }).toBe(450)
  expect(await mock.count('memberInvite')).toBe(23)
})

test('confirming shows the words, hands over a key that opens, and refuses another key', async ({
  page,
  mock,
}) => {
  await open(page, 'owner')
  await actOn(page, 'Esra Baydar', 'Confirm')
  await expect(dialog(page).getByRole('heading', { name: 'Confirm Esra Baydar?' })).toBeVisible()
  const words = dialog(page).getByRole('list', { name: 'Fingerprints' }).locator('code')
  await expect(words).toHaveText(/^[a-z-]+$/)
  expect((await words.innerText()).split('-').length).toBeGreaterThanOrEqual(5)
  expect(await findings(page)).toEqual([])

  await dialog(page).getByRole('button', { name: 'The words differ' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Nothing was handed over')
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Acts on Esra Baydar' })).toBeFocused()
  const accepted = async () => (await mock.tables()).members.find(({ status }) => status === 1)
  const before = await accepted()
  expect(before?.key).toBeNull()

  // Between showing and confirming the server gives another key.
  await actOn(page, 'Esra Baydar', 'Confirm')
  await expect(words).toHaveText(/^[a-z-]+$/)
  let own: string | null = null
  await mock.tamper(({ users }) => {
    const person = users.find(({ id }) => id === before?.userId)
    const other = users.find(({ publicKey, id }) => publicKey && id !== before?.userId)
    own = person?.publicKey ?? null
    if (person && other) person.publicKey = other.publicKey
  })
  await dialog(page).getByRole('button', { name: 'Confirm 1 member' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText(
    'another one than the one whose fingerprint you saw',
  )
  expect((await accepted())?.key).toBeNull()
  await mock.tamper(({ users }) => {
    const person = users.find(({ id }) => id === before?.userId)
    if (person) person.publicKey = own
  })
  await dialog(page).getByRole('button', { name: 'Confirm 1 member' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(tab(page, 'To confirm')).toContainText('0')
  const row = (await mock.tables()).members.find(({ id }) => id === before?.id)
  expect(row?.status).toBe(2)
  expect(row?.key).toMatch(/^4\./)
})

test('a public key that is none, and somebody who was confirmed meanwhile', async ({ page, mock }) => {
  const spoil = (publicKey: string) =>
    mock.tamper(({ users, members: rows }) => {
      const waiting = rows.find(
        ({ status, organizationId }) => status === 1 && organizationId === harbourline,
      )
      const person = users.find(({ id }) => id === waiting?.userId)
      if (person) person.publicKey = publicKey
    })
  const { users, members: rows } = await mock.tables()
  const waiting = rows.find(({ status, organizationId }) => status === 1 && organizationId === harbourline)
  const good = users.find(({ id }) => id === waiting?.userId)?.publicKey ?? ''
  await spoil('bm8ga2V5')
  await open(page, 'admin')
  await actOn(page, 'Esra Baydar', 'Confirm')
  await expect(dialog(page)).toContainText('no public key that can be used')
  await expect(dialog(page).getByRole('button', { name: 'Confirm 1 member' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await spoil(good)
  await actOn(page, 'Esra Baydar', 'Confirm')
  await expect(dialog(page).locator('code')).toHaveText(/^[a-z-]+$/)
  await mock.tamper(({ members: all }) => {
    const row = all.find(({ id }) => id === waiting?.id)
    if (row) Object.assign(row, { status: 2, key: '4.a2V5' })
  })
  await dialog(page).getByRole('button', { name: 'Confirm 1 member' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('somebody else acted meanwhile')
})

test('one member is changed, revoked, restored and removed; refusals are told where they can be known', async ({
  page,
  mock,
}) => {
  await open(page, 'owner')
  const olu = async () => {
    const { users, members: rows } = await mock.tables()
    const person = users.find(({ name }) => name === 'Olu Kasim')
    return rows.find(({ userId }) => userId === person?.id)
  }
  await actOn(page, 'Olu Kasim', 'Change role and access')
  const save = dialog(page).getByRole('button', { name: 'Save changes' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await dialog(page)
    .getByRole('radio', { name: /^Admin/ })
    .check()
  await dialog(page).getByLabel('Right on Finance/Banks').selectOption({ label: 'Can manage' })
  await save.click()
  await expect(row(page, 'Olu Kasim')).toContainText('Admin')
  const changed = await olu()
  expect(changed?.accessSecretsManager).toBe(true)
  const { collections } = await mock.tables()
  const rights = collections.flatMap(({ users }) => users.filter(({ id }) => id === changed?.id))
  expect(rights.map(({ manage }) => manage)).toContain(true)

  await actOn(page, 'Olu Kasim', 'Revoke')
  await expect(dialog(page)).toContainText('works up to an hour longer')
  await dialog(page).getByRole('button', { name: 'Revoke 1 member' }).click()
  await expect(row(page, 'Olu Kasim')).toContainText('Revoked')
  await actOn(page, 'Olu Kasim', 'Restore')
  await dialog(page).getByRole('button', { name: 'Restore 1 member' }).click()
  await expect.poll(async () => (await olu())?.status).toBe(2)
  await actOn(page, 'Olu Kasim', 'Remove from the organization')
  await dialog(page).getByRole('button', { name: 'Remove 1 member' }).click()
  // Behind a dialog every row counts as hidden: the row may be there still.
  await expect(dialog(page)).toHaveCount(0)
  await expect(row(page, 'Olu Kasim')).toBeHidden()
  await expect.poll(olu).toBeUndefined()

  await row(page, 'Mara Lindqvist').hover()
  await page.getByRole('button', { name: 'Acts on Mara Lindqvist' }).click()
  await expect(page.getByRole('menu')).toContainText('You cannot revoke yourself.')
  await expect(page.getByRole('menu')).toContainText('You cannot remove yourself.')
})

test('an admin is told what only owners may, also without Secrets Manager', async ({ page }) => {
  await open(page, 'adminWithoutSm')
  await row(page, 'Ines Carvalho').hover()
  await page.getByRole('button', { name: 'Acts on Ines Carvalho' }).click()
  await expect(page.getByRole('menu')).toContainText('Only owners can change an owner.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Invite people' }).click()
  await expect(dialog(page).getByRole('radio', { name: /^Owner/ })).toBeDisabled()
  await page.keyboard.press('Escape')
})

test('who may not list members reads so; a failure can be tried again', async ({ page, mock }) => {
  await signInAs(page, 'reader', members)
  await expect(page.getByRole('heading', { name: 'You may not list the members here' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Members', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect(await findings(page)).toEqual([])
  await mock.fail({ fault: 'status500', match: 'memberList' })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Members could not be loaded' })).toBeVisible()
})

test('many at once by keyboard: each act says how many it concerns', async ({ page, mock }) => {
  await open(page, 'owner')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText('18 members selected')
  await expect(bar(page).getByRole('button', { name: 'Confirm 1' })).toBeVisible()
  await bar(page).getByRole('button', { name: 'More acts on the selection' }).click()
  await page.getByRole('menuitem', { name: /^Switch Secrets Manager on: \d/ }).click()
  await expect(dialog(page)).toContainText('Leaves no event.')
  await dialog(page)
    .getByRole('button', { name: /^Switch on for \d members/ })
    .click()
  const off = async () =>
    (await mock.tables()).members.filter(
      ({ organizationId, accessSecretsManager }) => organizationId === harbourline && !accessSecretsManager,
    ).length
  await expect.poll(off).toBe(0)
  await expect(bar(page)).toBeHidden()
})

test('the page of a member tells profile, what is in reach, and what is known after leaving', async ({
  page,
}) => {
  await open(page, 'owner')
  await row(page, 'Leo Marchetti').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Leo Marchetti', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Sign-in' })).toBeVisible()
  await expect(page).toHaveTitle(/^Member [0-9a-f]{8} · Strongroom$/)
  expect(await findings(page)).toEqual([])
  await page.getByRole('navigation', { name: 'Member' }).getByRole('link', { name: 'Access' }).click()
  await expect(page.getByRole('heading', { name: /^Leo Marchetti reads/ })).toBeVisible()
  await page.getByRole('navigation', { name: 'Member' }).getByRole('link', { name: 'Leaving' }).click()
  await expect(page.getByRole('heading', { name: /^Knows \d+ values? that/ })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText('The log of the last year was read whole')).toBeVisible()
  const first = page.getByRole('checkbox', { name: /^Worked off/ }).first()
  await first.check()
  await expect(page.getByRole('status').filter({ hasText: /left\./ })).toBeVisible()
  expect(await findings(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^leaving-[0-9a-f]{8}\.csv$/)
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Members', level: 1 })).toBeVisible()
})
