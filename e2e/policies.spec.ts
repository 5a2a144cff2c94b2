import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { harbourline } from './support/seed'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { expect, test } from './support/test'

const policies = `/orgs/${harbourline}/policies`
const sheet = (page: Page) => page.getByRole('complementary').last()
const policy = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(title) })
const openPolicy = async (page: Page, type: number) => {
  await expect(page).toHaveURL(new RegExp(`policy=${type}$`))
  await expect(sheet(page)).toContainText(`type ${type}`)
}

test('policies are told as effects; who would be revoked is counted before, and then is', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', policies)
  const twoFactor = policy(page, 'Everyone has two-step sign-in')
  await expect(twoFactor).toContainText(/\d+ members without a second factor are revoked at once/)
  const told = Number(/(\d+) members/.exec((await twoFactor.textContent()) ?? '')?.[1])
  await expect(policy(page, 'Type 23')).toContainText('shown as it is')
  await expect(policy(page, 'The vault locks')).toContainText('After 4 hours, then locks')
  await twoFactor.click()
  await openPolicy(page, 0)
  await sheet(page).getByRole('switch', { name: 'Policy' }).click()
  await expect(sheet(page)).toContainText(`${told}members without a second factor`)
  expect(await findings(page)).toEqual([])
  await sheet(page).getByRole('button', { name: 'Turn the policy on' }).click()
  await expect(page.getByText('Policy saved')).toBeVisible()
  const { members, events } = await mock.tables()
  expect(members.filter(({ revocationReason }) => revocationReason === 2)).toHaveLength(told)
  expect(events.filter(({ type }) => type === 1520)).toHaveLength(told)
  await expect(policy(page, 'Everyone has two-step sign-in')).toContainText('On')

  // The date is in what members sync, who it was in the log alone; what that does not have stays unknown.
  await expect(sheet(page)).toContainText(
    /Saved by Mara Lindqvist on 16 Sep 2026, 10:3\d UTC, says the event log\./,
  )
  // As the organization API key saves it.
  await mock.tamper((tables) => {
    for (const event of tables.events) if (event.type === 1700) delete event.actingUserId
  })
  await page.reload()
  await expect(sheet(page)).toContainText(
    /Saved on 16 Sep 2026.*The log names nobody: saved with the organization API key, or by the server itself\./,
  )
  await mock.tamper((tables) => {
    tables.events = tables.events.filter(({ type }) => type !== 1700)
  })
  await page.reload()
  await expect(sheet(page)).toContainText(
    /Saved on 16 Sep 2026.*By whom is not known: the log has no save of it/,
  )
  await mock.fail({ fault: 'serverDown', match: 'organizationEventList' })
  await page.reload()
  await expect(sheet(page)).toContainText('By whom is not known: the log could not be read.')
  await mock.mend()
  await sheet(page).getByRole('button', { name: 'Read it again' }).click()
  await expect(sheet(page)).toContainText('the log has no save of it at that moment.')

  // Who manages policies may have no right to the log.
  await mock.tamper(({ members, users }) => {
    const me = users.find(({ email }) => email === credentialsOf('owner').email)
    for (const member of members)
      if (member.userId === me?.id) Object.assign(member, { type: 4, permissions: { managePolicies: true } })
  })
  await lockButton(page).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(sheet(page)).toContainText('in the event log alone, which is closed to your account.')
})

test('settings are a form: what is wrong is said, a refusal and a lock keep it, a colleague’s save is told', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${policies}?policy=1`)
  await openPolicy(page, 1)
  const save = sheet(page).getByRole('button', { name: 'Save settings' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  const length = sheet(page).getByLabel('Least length')
  await length.fill('5')
  await save.click()
  await expect(sheet(page)).toContainText('A whole number from 12 to 128.')
  expect(await mock.count('policyPut')).toBe(0)
  await length.fill('16')
  await mock.fail({ fault: 'reject', match: 'policyPut', times: 1 })
  await save.click()
  await expect(sheet(page).getByRole('alert')).toContainText('Your settings are kept here.')
  await expect(length).toHaveValue('16')
  // What is set waits sealed while the console is locked.
  await lockButton(page).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(sheet(page)).toContainText('As you set it before; nothing was sent.')
  await expect(length).toHaveValue('16')
  await mock.tamper(({ policies: rows }) => {
    for (const row of rows) if (row.type === 1) row.data = { ...row.data, minLength: 20 }
  })
  await save.click()
  await expect(sheet(page).getByRole('alert')).toContainText('Somebody else saved this policy meanwhile.')
  await expect(sheet(page)).toContainText('As it was: 20')
  await save.click()
  await expect(page.getByText('Policy saved')).toBeVisible()
  const { policies: rows } = await mock.tables()
  expect(rows.find(({ type }) => type === 1)?.data).toMatchObject({ minLength: 16, minComplexity: 3 })
})

test('what must be on first is said and linked; unknown types are shown and closed; by keys alone', async ({
  page,
}) => {
  await signInAs(page, 'owner', policies)
  await policy(page, 'Owners and admins can recover accounts').focus()
  await page.keyboard.press('Enter')
  await openPolicy(page, 8)
  await expect(sheet(page).getByRole('switch', { name: 'Policy' })).toBeDisabled()
  await expect(sheet(page)).toContainText('Must be on before this one, and is off')
  await sheet(page).getByRole('button', { name: 'Open' }).press('Enter')
  await openPolicy(page, 3)
  await expect(sheet(page)).toContainText('The server does not tell who that is')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/policy=/)
  await policy(page, 'Type 23').click()
  await expect(sheet(page)).toContainText('"level": "strict"')
  await expect(sheet(page).getByRole('switch')).toHaveCount(0)
})

test('who may not manage policies is told so, and the server is not asked', async ({ page, mock }) => {
  await signInAs(page, 'reader', policies)
  await expect(page.getByRole('heading', { name: 'You may not see the policies' })).toBeVisible()
  expect(await mock.count('policyList')).toBe(0)
  await page.getByRole('button', { name: 'Lock in all tabs' }).waitFor()
})

test('policies that failed to load can be asked for again', async ({ page, mock }) => {
  await mock.fail({ fault: 'serverDown', match: 'policyList' })
  await signInAs(page, 'owner', policies)
  await expect(page.getByRole('heading', { name: 'Policies could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Members belong to this organization only').first()).toBeVisible()
})
