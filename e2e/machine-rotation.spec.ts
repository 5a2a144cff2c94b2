import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseAccessToken } from '#/crypto/access-token'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { machineId, machineList, machinePath, secretId } from './support/seed'

const dialog = (page: Page) => page.getByRole('dialog')
const panel = (page: Page) => page.getByRole('region', { name: 'Rotation' })

test('a rotation survives a reload, waits for a read, and revokes the old token', async ({
  page,
  mock,
  request,
}) => {
  await signInAs(page, 'owner', `${machinePath('ci-deploy')}/tokens`)
  await page.getByRole('grid', { name: 'Access tokens' }).getByText('pipelines').click()
  await page.getByRole('button', { name: 'Acts on pipelines' }).click()
  await page.getByRole('menuitem', { name: 'Rotate token' }).click()
  await expect(dialog(page).getByLabel('Name')).toHaveValue('pipelines 2026-09-16')
  await dialog(page).getByRole('button', { name: 'Create token' }).click()
  const shown = dialog(page).getByLabel('Access token', { exact: true })
  const { id, clientSecret } = parseAccessToken((await shown.textContent()) ?? '')
  await dialog(page).getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  const revoke = panel(page).getByRole('button', { name: 'Revoke pipelines' })
  await expect(revoke).toHaveAttribute('aria-disabled', 'true')
  await expect(panel(page).getByText(/^Waiting/)).toBeVisible()
  expect(await findings(page, '[aria-label=Rotation]')).toEqual([])

  await page.reload()
  await expect(panel(page).getByRole('heading', { name: 'Rotating pipelines' })).toBeVisible()
  await lockButton(page).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(panel(page).getByRole('heading', { name: 'Rotating pipelines' })).toBeVisible()
  const headers = { 'mock-db': mock.name }
  const answer = await request.post('/identity/connect/token', {
    headers,
    form: {
      grant_type: 'client_credentials',
      scope: 'api.secrets',
      client_id: id,
      client_secret: clientSecret,
    },
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  await mock.forward(60_000)
  const read = await request.get(`/api/secrets/${secretId('PROD_PAYMENTS_STRIPE_KEY')}`, {
    headers: { ...headers, Authorization: `Bearer ${access_token}` },
  })
  expect(read.status()).toBe(200)
  await panel(page).getByRole('button', { name: 'Stop watching' }).click()
  await panel(page).getByRole('button', { name: 'Watch again' }).click()
  await expect(panel(page).getByText(/The log does not say with which token: see/)).toBeVisible({
    timeout: 30_000,
  })
  await revoke.click()
  await dialog(page).getByRole('button', { name: 'Revoke 1 token' }).click()
  await panel(page).getByRole('button', { name: 'Finish' }).click()
  await expect(panel(page)).toHaveCount(0)
  const left = (await mock.tables()).accessTokens.filter((t) => t.serviceAccountId === machineId('ci-deploy'))
  expect(left.map((token) => token.id)).toContain(id)
  expect(left).toHaveLength(3)
})

test('a rotation can be stopped before anything is made, and keeps no name on the device', async ({
  page,
}) => {
  await signInAs(page, 'owner', `${machinePath('ci-deploy')}/tokens`)
  await page.getByRole('grid', { name: 'Access tokens' }).getByText('old runner').click()
  await page.getByRole('button', { name: 'Acts on old runner' }).click()
  await page.getByRole('menuitem', { name: 'Rotate token' }).click()
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(panel(page).getByRole('button', { name: 'Create new token' })).toBeVisible()
  await panel(page).getByRole('button', { name: 'Stop and keep both' }).click()
  await expect(panel(page)).toHaveCount(0)
})

test('all tokens stand by their end, and go into a calendar', async ({ page }) => {
  await signInAs(page, 'owner', machineList)
  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(page.getByRole('heading', { name: 'Access tokens' })).toBeVisible()
  await expect(page.getByText('20 tokens, 18 live')).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText('cluster-aof k8s-prod-operator')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Export \d+ expiries as calendar$/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('access-tokens.ics')
  const file = await readFile(await download.path(), 'utf8')
  expect(file).toContain('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')
  expect(file.replaceAll('\r\n ', '')).toContain('SUMMARY:Token “cluster-a” of k8s-prod-operator expires')
  expect(await findings(page)).toEqual([])
})
