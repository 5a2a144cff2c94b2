import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { harbourline } from './support/seed'

const events = `/orgs/${harbourline}/events`
const grid = (page: Page) => page.getByRole('grid', { name: 'Events' })
const query = (page: Page) => page.getByRole('searchbox', { name: 'Query events' })
const status = (page: Page) => page.locator('footer')
const row = (page: Page, index: number) =>
  grid(page)
    .getByRole('row')
    .nth(index + 1)
const sheet = (page: Page) => page.getByRole('complementary', { name: /^Event: / })

test('the log is read to its end, filtered by query and facet, and zoomed; the URL holds ids alone', async ({
  page,
}) => {
  await signInAs(page, 'owner', `${events}?last=30d`)
  await expect(page.getByRole('heading', { name: 'Events', level: 1 })).toBeVisible()
  await expect(status(page)).toContainText('Range complete')
  await expect(page).toHaveTitle('Events · Strongroom')
  await expect(row(page, 0)).toContainText('Mara Lindqvist signed in')
  const all = Number(await grid(page).getAttribute('aria-rowcount'))
  expect(all).toBeGreaterThan(1_000)

  await query(page).pressSequentially('actor:ci-dep')
  await expect(page.getByRole('option', { name: /^ci-deploy/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove filter actor:ci-deploy' })).toBeVisible()
  await expect(page).toHaveURL(/actor=machine(%3A|:)[0-9a-f-]{36}/)
  expect(page.url()).not.toContain('ci-deploy')
  await expect(row(page, 0)).toContainText('ci-deploy read secret')
  await expect(status(page)).toContainText(/^[\d,]+ of [\d,]+ match/)

  // Facets are counted without their own choice: the others can still be added.
  const actors = page.getByRole('region', { name: 'Actor' })
  await actors.getByRole('checkbox', { name: 'payments-api' }).check()
  await expect(page.getByRole('button', { name: 'Remove filter actor:payments-api' })).toBeVisible()
  // Two in one go: the second is reckoned from the first, though that is not drawn yet.
  const chosen = page.getByRole('button', { name: /^Remove filter actor:/ })
  await expect(chosen).toHaveCount(2)
  await actors.evaluate((region) => {
    const boxes = [...region.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    for (const box of boxes.filter(({ checked }) => !checked).slice(0, 2)) box.click()
  })
  await expect(chosen).toHaveCount(4)
  await chosen.nth(3).click()
  await expect(chosen).toHaveCount(3)
  await chosen.nth(2).click()
  await expect(chosen).toHaveCount(2)
  await page
    .getByRole('region', { name: 'Type' })
    .getByRole('checkbox', { name: /^2100/ })
    .click({ modifiers: ['Alt'] })
  await expect(page).toHaveURL(/type=(%22)?-2100/)
  await expect(page.getByRole('checkbox', { name: 'Not 2100 Retrieved, left out' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove filter -type:2100' }).click()

  // Free text is searched in names and stays out of the URL.
  await query(page).fill('stripe')
  await expect(row(page, 0)).toContainText('STRIPE')
  expect(page.url()).not.toContain('stripe')
  await query(page).fill('nothing-is-called-so')
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(all))

  // A burst opens to its rows, and what is seen first is an operator.
  await page.getByRole('button', { name: /^All \d+ bursts$/ }).click()
  const bursts = page.getByRole('dialog', { name: /^\d+ bursts$/ })
  await bursts
    .getByRole('button', { name: /^16 secrets read by backup-agent in 1 s from / })
    .first()
    .click()
  await expect(status(page)).toContainText(/^16 of [\d,]+ match|^16 events/)
  await expect(row(page, 0)).toContainText('backup-agent read secret')
  await expect(page).toHaveURL(/zoom=/)
  await query(page).fill('is:first-seen ')
  await expect(page.getByRole('button', { name: 'Remove filter is:first-seen' })).toBeVisible()
  await page.goto(`${events}?last=30d&is=first-seen`)
  await expect(row(page, 0)).toContainText(/First seen|New/)
  await page.goto(`${events}?last=30d`)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(all))

  const slider = page.getByRole('slider', { name: 'Events over time' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page).toHaveURL(/zoom=/)
  await expect(slider).toHaveAttribute('aria-valuetext', /[1-9]\d* events$/)
  await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBeLessThan(all)
  await slider.focus()
  await page.keyboard.press('Escape')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(all))
  await page.mouse.wheel(0, 0)
  const box = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width * 0.2, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20)
  await page.mouse.up()
  await expect(page.getByRole('button', { name: /^Show the whole range/ })).toBeVisible()
})

test('one event opens beside the list by keyboard, and is found again by its link', async ({ page }) => {
  await signInAs(page, 'owner', `${events}?last=7d`)
  await expect(status(page)).toContainText('Range complete')
  await grid(page).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toBeVisible()
  const words = await row(page, 1).getByRole('gridcell').nth(2).textContent()
  await expect(sheet(page)).toContainText(words ?? '?')
  await page.keyboard.press('j')
  const next = await row(page, 2).getByRole('gridcell').nth(2).textContent()
  await expect(sheet(page)).toContainText(next ?? '?')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('f')
  await expect(page.getByRole('list', { name: 'Filters in the query' })).toContainText('actor:')
  await page.getByRole('button', { name: /^Remove filter actor:/ }).click()
  const url = new URL(page.url())
  const link = url.searchParams.get('event') ?? ''

  // Outside of the range, and in a fresh list.
  await page.goto(`${events}?to=2026-06-01T00:00:00Z&event=${encodeURIComponent(link)}`)
  await expect(sheet(page)).toContainText(next ?? '?')
  await page.goto(`${events}?event=2026-09-01T00:00:00Z~2100~abcdef`)
  await expect(page.getByRole('heading', { name: 'Event not found' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Event not found' })).toHaveCount(0)
})

test('mistakes are marked where they are, anything may be typed, and a name that is gone is told', async ({
  page,
}) => {
  await signInAs(page, 'owner', `${events}?last=30d&type=nonsense&zoom=x&actor=%3Cscript%3E`)
  await expect(status(page)).toContainText('Range complete')
  await query(page).fill('ip:300.1.1.1 after:2026-02-30 ')
  const marks = page.getByRole('status').filter({ hasText: 'Not used until then.' })
  await expect(marks).toContainText('300.1.1.1')
  await expect(marks).toContainText('There is no such date on the calendar.')
  await query(page).fill('"\\ -- (((: actor: -"🔑'.repeat(20))
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  await query(page).fill('')
  await query(page).fill('after:2026-09-01 ')
  await expect(page).toHaveURL(/from=2026-09-01/)
  await expect(page.getByRole('button', { name: /^Range: 1 Sep 00:00 to/ })).toBeVisible()

  await page.getByRole('button', { name: /^Range:/ }).click()
  await page.getByRole('menuitem', { name: 'Other range…' }).click()
  await page.getByRole('dialog').getByLabel('From').fill('2026-09-10T00:00')
  await page.getByRole('dialog').getByLabel('To').fill('2026-09-09T00:00')
  await page.getByRole('button', { name: 'Show this range' }).click()
  await expect(page.getByText('The end lies before the start.')).toBeVisible()
  await page.getByRole('dialog').getByLabel('From').fill('2024-01-01T00:00')
  await expect(page.getByText(/read in 3 parts and joined/)).toBeVisible()
  await page.getByRole('button', { name: 'Show this range' }).click()
  await page.getByRole('button', { name: 'Stop loading' }).click()
  await expect(status(page)).toContainText(/Not loaded: .* 2024, .* Loading was stopped\./)
  await expect(page.getByRole('button', { name: 'Load the rest' })).toBeVisible()
})

test('a fault in the middle keeps what was read and says what is missing; loading goes on from there', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `/orgs/${harbourline}/secrets`)
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible()
  await mock.fail({ fault: 'status500', match: 'organizationEventList', after: 3 })
  await page.goto(`${events}?last=30d`)
  await expect(status(page)).toContainText('Not loaded:', { timeout: 15_000 })
  await expect(status(page)).toContainText('The server failed (500)')
  await expect(row(page, 0)).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Load the rest' }).click()
  await expect(status(page)).toContainText('Range complete')
})

test('many events of one moment, an unknown code, and rows that come while one looks', async ({
  page,
  mock,
}) => {
  await mock.tamper((tables) => {
    const some = tables.events.find((each) => each.organizationId === harbourline && each.type === 2100)
    if (!some) throw new Error('The seed has no reads.')
    // 49 can be told apart from 50 and more: those are all that the server gives out of one moment.
    for (let n = 0; n < 70; n += 1)
      tables.events.push({ ...some, id: crypto.randomUUID(), date: '2026-09-15T12:00:00.0000000Z' })
    for (let n = 0; n < 49; n += 1)
      tables.events.push({ ...some, id: crypto.randomUUID(), date: '2026-09-15T13:00:00.0000000Z' })
    tables.events.push({ ...some, id: crypto.randomUUID(), type: 2999, date: '2026-09-16T10:00:00.0000000Z' })
    tables.events.sort((a, b) => (a.date < b.date ? -1 : 1))
  })
  await signInAs(page, 'owner', events)
  await expect(status(page)).toContainText(
    '50 or more events at 15 Sep 2026, 12:00 UTC: the server gives out 50 of one moment.',
  )
  await expect(grid(page)).toContainText('something this console does not know (event 2999)')
  await query(page).fill('after:2026-09-15T13:00 before:2026-09-15T13:00 ')
  await expect(status(page)).toContainText(/^49 events/)
  await expect(status(page)).toContainText('Range complete')

  await page.goto(events)
  await expect(row(page, 0)).toContainText('signed in')
  await page.getByRole('button', { name: 'Live tail' }).click()
  await expect(page.getByRole('button', { name: 'Pause live tail' })).toHaveAttribute('aria-pressed', 'true')
  await mock.tamper((tables) => {
    const last = tables.events.findLast((each) => each.organizationId === harbourline)
    if (last) tables.events.push({ ...last, id: crypto.randomUUID(), type: 1003 })
  })
  await expect(grid(page)).toContainText('switched off a two-step login method', { timeout: 15_000 })

  // Held while the pointer is on the rows: what comes is read, and shown when it leaves them.
  await row(page, 0).hover()
  await mock.tamper((tables) => {
    const last = tables.events.findLast((each) => each.organizationId === harbourline)
    if (last) tables.events.push({ ...last, id: crypto.randomUUID(), type: 1001 })
  })
  await mock.clearLog()
  await expect.poll(() => mock.count('organizationEventList'), { timeout: 20_000 }).toBeGreaterThan(1)
  await expect(grid(page)).not.toContainText('set a new master password')
  await page.getByRole('heading', { name: 'Events', level: 1 }).hover()
  await expect(grid(page)).toContainText('set a new master password')
  // Paused, nothing is asked for any more.
  await page.getByRole('button', { name: 'Pause live tail' }).click()
  await expect(page.getByRole('button', { name: 'Live tail' })).toHaveAttribute('aria-pressed', 'false')
})

test('a moment of more rows than the server gives out is filled from logs of objects and members; what they do not hold is said', async ({
  page,
  mock,
}) => {
  test.setTimeout(120_000)
  await mock.tamper((tables) => {
    const mine = tables.events.filter((each) => each.organizationId === harbourline)
    const reads = mine.filter((each) => each.type === 2100)
    const [first] = reads
    const second = reads.find((each) => each.secretId !== first?.secretId)
    const person = mine.findLast((each) => each.type === 1000)
    if (!first || !second || !person) throw new Error('The seed lacks such events.')
    const add = (count: number, row: typeof first) => {
      for (let n = 0; n < count; n += 1)
        tables.events.push({ ...row, id: crypto.randomUUID(), date: '2026-09-15T12:00:00.0000000Z' })
    }
    // Those of nobody come first, so that they are not among the 50: no log but this one has them.
    const { userId: _userId, actingUserId: _actor, ...nobody } = person
    add(5, { ...nobody, type: 1500, systemUser: 1 })
    add(30, first)
    add(20, person)
    add(45, second)
    tables.events.sort((a, b) => (a.date < b.date ? -1 : 1))
  })
  const moment = `${events}?from=2026-09-15T12:00:00.000Z&to=2026-09-15T12:00:01.000Z`
  await signInAs(page, 'owner', moment)
  await expect(status(page)).toContainText('50 or more events at 15 Sep 2026, 12:00 UTC')
  await expect(status(page)).not.toContainText('Range complete')
  await page.getByRole('button', { name: /^Ask \d+ logs of objects and members$/ }).click()
  // Each is a request of its own.
  await expect(status(page)).toContainText(/^95 events/, { timeout: 60_000 })
  await expect(status(page)).toContainText(
    /95 events at 15 Sep 2026, 12:00 UTC, with those of \d+ whole logs of objects and members\. Not complete, there may be rows that are in no such log: of people who left/,
  )
  // With the row of titles.
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '96')
  await expect(page.getByRole('button', { name: /^Ask \d+ logs/ })).toHaveCount(0)
})

test('an auditor reads the log without Secrets Manager; who may not is told who can', async ({ page }) => {
  await signInAs(page, 'auditor', events)
  await expect(status(page)).toContainText('Range complete')
  await expect(row(page, 0)).toContainText('Ruth Elling signed in')
  await expect(page.getByRole('region', { name: 'Actor' }).getByRole('checkbox').first()).toBeVisible()
})

test('without the right nothing is asked, and it is said who can give it', async ({ page, mock }) => {
  await signInAs(page, 'reader', events)
  await expect(page.getByRole('heading', { name: 'You may not read the event log' })).toBeVisible()
  await expect(page.getByText(/An owner or admin can give you that/).first()).toBeVisible()
  expect(await mock.count('organizationEventList')).toBe(0)
  expect(await findings(page)).toEqual([])
})

test('that event logs are switched off is another thing than that nothing happened', async ({
  page,
  mock,
}) => {
  await mock.tamper((tables) => {
    for (const organization of tables.organizations) organization.flags['useEvents'] = false
    tables.events.length = 0
  })
  await signInAs(page, 'owner', events)
  await expect(
    page.getByRole('heading', { name: 'Event logs are switched off in this organization' }),
  ).toBeVisible()
  await expect(status(page)).toContainText('0 events')

  // Home says the same of the time since the last visit.
  await page.goto(`/orgs/${harbourline}`)
  const since = page.getByRole('region', { name: 'Since your last visit' })
  await expect(since).toContainText('This is your first visit in this browser.')
  await page.evaluate(() => {
    const kept = localStorage.getItem('strongroom.visits') ?? '{}'
    const visits = JSON.parse(kept) as Record<string, { at: number }>
    for (const visit of Object.values(visits)) visit.at -= 3 * 86_400_000
    localStorage.setItem('strongroom.visits', JSON.stringify(visits))
  })
  await page.reload()
  await expect(since).toContainText('Event logs are switched off in this organization: nothing is recorded')
})

test('groups, collections and policies are named and lead to their pages; a view of the log is kept', async ({
  page,
}) => {
  await signInAs(page, 'owner', `${events}?last=365d&category=group,collection,policy`)
  // A year is some eighty pages, one after the other.
  await expect(status(page)).toContainText('Range complete', { timeout: 40_000 })
  const of = (text: string) => grid(page).getByRole('row').filter({ hasText: text }).first()
  await expect(of('Data platform')).toBeVisible()
  await of('Finance/Banks')
    .getByRole('button', { name: /Finance\/Banks/ })
    .click()
  await expect(sheet(page).getByRole('link', { name: 'Finance/Banks' }).first()).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Saved views' }).click()
  const dialog = page.getByRole('dialog', { name: 'Saved views' })
  await dialog.getByLabel('Name of this view').fill('Who owns what, yearly')
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog.getByRole('button', { name: 'Who owns what, yearly', exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.goto(events)
  await expect(status(page)).toContainText('Range complete')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await dialog.getByRole('button', { name: 'Who owns what, yearly', exact: true }).click()
  await expect(page).toHaveURL(/last=365d/)
  await expect(page).toHaveURL(/category=group/)
  await expect(page.getByRole('button', { name: 'Remove filter category:policy' })).toBeVisible()
  expect(page.url()).not.toContain('owns')
  // The lists of secrets and of events keep their own.
  await page.goto(`/orgs/${harbourline}/secrets`)
  await expect(page.getByRole('heading', { name: 'Secrets', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Saved views' }).click()
  await expect(dialog.getByText('No view yet.')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`${events}?last=365d&type=1700`)
  await expect(row(page, 0)).toContainText(/changed policy [A-Z]/)
  await row(page, 0)
    .getByRole('button', { name: /changed policy/ })
    .click()
  await sheet(page)
    .getByRole('link', { name: /^[A-Z][a-z]+ [a-z]+ [a-z]+/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Policies', level: 1 })).toBeVisible()
})
