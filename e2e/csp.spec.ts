import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { secretPath } from './support/seed'

test('every answer carries the policy, the workers’ scripts too', async ({ page, request }) => {
  const scripts = new Set<string>()
  page.on('request', (sent) => scripts.add(new URL(sent.url()).pathname))
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  for (const path of ['/', '/sign-in', ...[...scripts].filter((path) => path.endsWith('.js'))]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['content-security-policy'], path).toContain("require-trusted-types-for 'script'")
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('no-referrer')
    expect(headers['x-frame-options'], path).toBe('DENY')
  }
})

test('what the policy forbids is refused and reported, so that other tests would notice it', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretPath('PROD_EDGE_ORIGIN_PIN'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const done = await page.evaluate(async () => {
    const attempt = (act: () => unknown) => {
      try {
        act()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
    return {
      html: attempt(() => (document.body.innerHTML = '<p>x')),
      script: attempt(() => (document.createElement('script').text = 'document.title = 1')),
      style: getComputedStyle(document.body).display,
      elsewhere: await fetch('https://elsewhere.example/').then(
        () => 'done',
        () => 'refused',
      ),
    }
  })
  expect(done).toEqual({ html: 'TypeError', script: 'TypeError', style: 'block', elsewhere: 'refused' })
  // Of each attempt one; a report that came later would count as one of a page's own.
  await expect.poll(async () => (await mock.cspReports()).length).toBe(4)
  await mock.clearReports()
})

test('names that look like mark-up stay text', async ({ page }) => {
  const name = `DEV_SANDBOX_"><script>alert('name')</script>`
  await signInAs(page, 'owner', secretPath(name))
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toContainText(
    "<script>alert('value')</script>",
  )
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
})
