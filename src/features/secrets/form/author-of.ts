import type { CallResult } from '#/session/call-types'

/** A name, or why there is none; neither while it is being looked up. */
export type Author = { name: string; why: null } | { name: null; why: string | null }

interface Known {
  /** Null where this account may not read it. */
  log: CallResult<'valueOrigins'> | 'failed' | undefined
  people: CallResult<'listPeople'> | 'failed' | undefined
  machines: CallResult<'listMachineAccounts'> | 'failed' | undefined
}

/** The log is written a moment before or after the row. */
const NEAR = 5_000

const unknown = (why: string | null): Author => ({ name: null, why })

/** Who made the change of this moment (epoch ms), by the secret's log. A log that could not be read names nobody. */
export function authorOf(at: number, { log, people, machines }: Known): Author {
  if (log === undefined) return unknown(null)
  if (log === 'failed') return unknown('Who it was is not known: the log could not be read.')
  if (log === null) return unknown('Who it was is not known: you may not read the log.')
  const origin = log.entries.find((entry) => Math.abs(Date.parse(entry.date) - at) < NEAR)
  if (!origin) return unknown('Who it was is not known: the log has no line about it.')
  const isPerson = origin.userId !== null
  const list = isPerson ? people : machines
  if (list === undefined) return unknown(null)
  const name = isPerson
    ? personName(people, origin.userId)
    : Array.isArray(machines) && machineName(machines, origin.machineId)
  if (name) return { name, why: null }
  const who = isPerson ? 'a member' : 'a machine account'
  return unknown(`It was ${who} whose name is not known to you.`)
}

function personName(people: Known['people'], userId: string | null): string | null {
  const person = Array.isArray(people) ? people.find((entry) => entry.userId === userId) : undefined
  return person ? (person.name ?? person.email) : null
}

function machineName(machines: CallResult<'listMachineAccounts'>, id: string | null): string | null {
  const machine = machines?.find((entry) => entry.id === id)
  return machine?.name.ok ? machine.name.text : null
}
