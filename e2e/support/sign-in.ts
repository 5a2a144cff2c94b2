import { expect, type Page } from '@playwright/test'
import { personas } from '#/mocks/seed/personas'
import type { PersonaId } from '#/mocks/seed/personas'
import { found } from './mock'

export interface Credentials {
  email: string
  password: string
}

/** Of the `empty` seed, which has one person. */
export const emptyOwner: Credentials = { email: 'owner@new.example', password: 'blank page vault' }

/** Of the `large` seed. */
export const largeOwner: Credentials = {
  email: 'owner@longshore.example',
  password: 'hundred thousand vault',
}

/** What a person of the demo organization types to sign in. */
export function credentialsOf(id: PersonaId): Credentials {
  const { email, password } = found(
    personas.find((each) => each.id === id),
    `persona ${id}`,
  )
  return { email, password }
}

/** In the frame of every page of an open session, and only there. */
export const lockButton = (page: Page) => page.getByRole('button', { name: 'Lock in all tabs' })

/** A section of the console, at the left of every page. */
export const rail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: new RegExp(`^${name}`) })

export const passwordField = (page: Page) => page.getByLabel('Master password', { exact: true })

/** Types e-mail and password on the sign-in page, and sends them. */
export async function typeCredentials(page: Page, { email, password }: Credentials) {
  await page.getByLabel('E-mail').fill(email)
  await passwordField(page).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Signs in by typing, as a person does, and waits until the sign-in page is left. */
export async function signIn(page: Page, credentials: Credentials, path = '/sign-in') {
  await page.goto(path)
  await typeCredentials(page, credentials)
  await expect(lockButton(page)).toBeVisible()
}

/** Opens a path as a person of the demo organization: the console leads there after the sign-in. */
export function signInAs(page: Page, id: PersonaId, path = '/sign-in') {
  return signIn(page, credentialsOf(id), path)
}

export async function unlock(page: Page, password: string) {
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  await passwordField(page).fill(password)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(lockButton(page)).toBeVisible()
}
