import type { Page } from '@playwright/test'
import { personas } from '#/mocks/seed/personas'

export type PersonaId = (typeof personas)[number]['id']

/** What a person of the demo organization types to sign in. */
export function credentialsOf(id: PersonaId) {
  const persona = personas.find((each) => each.id === id)
  if (!persona) throw new Error(`no persona ${id}`)
  return { email: persona.email, password: persona.password }
}

/** Signs in by typing, as a person does, and waits until the sign-in page is left. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Master password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/orgs\//)
}
