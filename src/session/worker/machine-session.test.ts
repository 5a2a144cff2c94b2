import { expect, it } from 'vitest'
import { openWorld, world } from '#/session/testing/world'

/** A token that the owner makes in the console, and the world of who signs in with it. */
async function madeToken() {
  const owner = await openWorld()
  const { page, organizationId } = owner
  const machines = await page.call('listMachineAccounts', { organizationId })
  const machine = machines.find(({ name }) => name.ok && name.text === 'ci-rotate')
  if (!machine) throw new Error('no such machine account')
  const made = await page.call('createToken', {
    ...{ organizationId, machineId: machine.id },
    ...{ name: 'from the console', expiresAt: null },
  })
  await page.call('signOut', null)
  return { page, organizationId, machineId: machine.id, token: made.token }
}

it('opens with a token that this console made, reads, and writes nothing that the account might', async () => {
  const { page, organizationId, machineId, token } = await madeToken()
  await page.call('signInWithMachineToken', { token })
  expect(page.state).toMatchObject({ phase: 'open', machine: { id: machineId } })
  expect(page.stored).toBeNull()
  const columns = await page.call('listSecrets', { organizationId })
  expect(columns.count).toBeGreaterThan(0)
  expect(columns.write.some((bit) => bit === 1)).toBe(true)
  const secret = await page.call('readSecret', { organizationId, secretId: columns.ids.slice(0, 36) })
  expect(secret.value.ok).toBe(true)
  await expect(
    page.call('createSecret', {
      ...{ organizationId, name: 'x', value: 'x', note: '', projectId: secret.project?.id ?? null },
    }),
  ).rejects.toThrow(/This session reads only/)
  expect(await page.call('listPeople', { organizationId })).toBeNull()
  expect(await page.call('listMachineAccounts', { organizationId })).toEqual([])
})

it('keeps nothing: lock ends it, drafts cannot be sealed', async () => {
  const { page, token } = await madeToken()
  await page.call('signInWithMachineToken', { token })
  await expect(page.call('putDraft', { place: '/x', startedAt: 1, content: {} })).rejects.toThrow()
  await page.call('lock', null)
  expect(page.state).toMatchObject({ phase: 'out' })
})

it('refuses a token that is not known, and one whose seed is another', async () => {
  const { page, token } = await madeToken()
  const other = `${token.slice(0, token.indexOf(':') + 1)}AAAAAAAAAAAAAAAAAAAAAA==`
  await expect(page.call('signInWithMachineToken', { token: other })).rejects.toThrow(
    /does not open the keys/,
  )
  expect(page.state).toMatchObject({ phase: 'out' })
  const fresh = await world()
  await fresh.page.call('probeServer', null)
  await expect(fresh.page.call('signInWithMachineToken', { token })).rejects.toThrow(/does not take this/)
})
