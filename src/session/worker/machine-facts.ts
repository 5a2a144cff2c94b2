import { ApiError } from '#/api/error'
import { organizationKey } from './keys'
import { readMachineLog } from './machine-log'
import { listTokens } from './machine-tokens'
import type { MachineRef, MachineToken } from './machine-tokens'
import { openText } from './secret-read'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

/** What is not known says why. */
export type Known<T> = { ok: true; value: T } | { ok: false; reason: string }

export interface GrantedProject {
  id: string
  name: OpenedText
  canWrite: boolean
}

export interface MachineFacts {
  id: string
  tokens: Known<MachineToken[]>
  projects: Known<GrantedProject[]>
  /** Epoch ms of the last thing it did within the span; null: nothing. */
  lastSeen: Known<number | null>
}

export interface FactsRequest {
  organizationId: string
  ids: string[]
  /** Epoch ms: how far back the log is asked for what they did. */
  since: number
  until: number
}

const AT_ONCE = 4

/** Tokens, projects and last act of many machine accounts: three requests each, a few accounts at a time. */
export async function readMachineFacts(
  context: Context,
  request: FactsRequest,
  call: { signal: AbortSignal; part(facts: MachineFacts): void },
): Promise<null> {
  const waiting = request.ids.values()
  const readNext = async () => {
    for (const machineId of waiting) {
      if (call.signal.aborted) return
      const ref = { organizationId: request.organizationId, machineId }
      call.part(await readOne(context, ref, request, call.signal))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, readNext))
  return null
}

async function readOne(
  context: Context,
  ref: MachineRef,
  span: { since: number; until: number },
  signal: AbortSignal,
): Promise<MachineFacts> {
  const [tokens, projects, lastSeen] = await Promise.all([
    known(listTokens(context, ref, signal), 'The server does not tell the tokens of this account to you.'),
    known(
      grantedProjects(context, ref, signal),
      'You may read this machine account, not change it: the server tells its projects to those alone who may change it.',
    ),
    known(lastAct(context, ref.machineId, span, signal), 'The server does not tell its log to you.'),
  ])
  return { id: ref.machineId, tokens, projects, lastSeen }
}

async function lastAct(
  context: Context,
  machineId: string,
  { since, until }: { since: number; until: number },
  signal: AbortSignal,
): Promise<number | null> {
  const log = await readMachineLog(context, { machineId, since, until, mostPages: 3, isEnough: 1 }, signal)
  return log.acts[0]?.at ?? null
}

/** Projects that it has a grant on. The server tells only those who may change the machine account. */
async function grantedProjects(
  context: Context,
  { organizationId, machineId }: MachineRef,
  signal?: AbortSignal,
): Promise<GrantedProject[]> {
  const key = await organizationKey(context.vault, organizationId)
  const answer = await context.client.call('grantedPolicyGet', { params: { id: machineId } }, { signal })
  return Promise.all(
    answer.grantedProjectPolicies.map(async ({ accessPolicy }) => ({
      id: accessPolicy.grantedProjectId,
      name: await openText(key, accessPolicy.grantedProjectName),
      canWrite: accessPolicy.write,
    })),
  )
}

async function known<T>(work: Promise<T>, refused: string): Promise<Known<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const isRefused = error.status === 403 || error.status === 404
    return { ok: false, reason: isRefused ? refused : error.message }
  }
}
