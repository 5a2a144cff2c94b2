import { expect, test } from '@playwright/test'
import { rail, signIn } from '../support/sign-in'

interface Row {
  email: string
  password: string
}

test('the first person of the printed sign-in table signs in and sees names', async ({ page, request }) => {
  const table = (await (await request.get('/demo-credentials.json')).json()) as Row[]
  const [first] = table
  if (!first) throw new Error('the sign-in table is empty')
  await signIn(page, first)
  await rail(page, 'Secrets').click()
  await expect(page.getByText(/^PROD_\w+$/).first()).toBeVisible()
})

test('every answer carries the policy, and only hashed files may be kept', async ({ request }) => {
  for (const path of ['/', '/orgs/x/secrets', '/sw.js', '/404.html']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['cache-control']).toBe('no-cache')
  }
})

test('the page has the policy in itself, for static hosts', async ({ page }) => {
  await page.goto('/sign-in')
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', /require-trusted-types-for 'script'/)
})
