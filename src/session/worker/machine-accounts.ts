import { encryptText } from '#/crypto/symmetric-key'
import { organizationKey } from './keys'
import { openText } from './secret-read'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

export interface MachineAccountFacts {
  id: string
  name: OpenedText
  /** Live secrets that it has a grant on, directly or through a project, as the server counts them. */
  secrets: number
  created: number
  changed: number
}

export async function listMachineAccounts(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<MachineAccountFacts[]> {
  // To a machine account the server answers 500 here, and tells it nobody's name.
  if (context.vault.machine) return []
  const key = await organizationKey(context.vault, organizationId)
  const answer = await context.client.call(
    'machineAccountList',
    { params: { organizationId }, query: { includeAccessToSecrets: true } },
    { signal },
  )
  return Promise.all(
    answer.data.map(async (machine) => ({
      id: machine.id,
      name: await openText(key, machine.name),
      secrets: machine.accessToSecrets,
      created: Date.parse(machine.creationDate),
      changed: Date.parse(machine.revisionDate),
    })),
  )
}

export async function createMachineAccount(
  context: Context,
  organizationId: string,
  name: string,
): Promise<{ id: string }> {
  const key = await organizationKey(context.vault, organizationId)
  const machine = await context.client.call('machineAccountCreate', {
    params: { organizationId },
    body: { name: await encryptText(key, name) },
  })
  return { id: machine.id }
}

export async function renameMachineAccount(
  context: Context,
  organizationId: string,
  id: string,
  name: string,
): Promise<void> {
  const key = await organizationKey(context.vault, organizationId)
  await context.client.call('machineAccountUpdate', {
    params: { id },
    body: { name: await encryptText(key, name) },
  })
}

export async function deleteMachineAccounts(
  context: Context,
  ids: string[],
): Promise<{ id: string; error: string | null }[]> {
  const answer = await context.client.call('machineAccountDelete', { body: ids })
  return answer.data.map(({ id, error }) => ({ id, error }))
}

/** Ids of the machine accounts that this account may change: the server tells it nowhere else. */
export async function listWritableMachines(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const answer = await context.client.call(
    'machineAccountGranteeList',
    { params: { id: organizationId } },
    { signal },
  )
  return answer.data.map(({ id }) => id)
}
