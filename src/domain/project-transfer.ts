import type { ComparedSecret } from './project-compare'

export type TransferAct = 'copy' | 'move'
export type ConflictChoice = 'skip' | 'overwrite' | 'keep-both'

/** Why a row meets a secret of the same name in the target. */
export type Conflict =
  /** One secret there has the name. */
  | { kind: 'exists'; target: ComparedSecret }
  /** Several have it: which one to overwrite cannot be known. */
  | { kind: 'double'; count: number }
  /** A row before it brings the same name. */
  | { kind: 'twin' }

/** What happens to one row. */
export type TransferStep =
  | { kind: 'create'; name: string }
  | { kind: 'overwrite'; target: ComparedSecret }
  | { kind: 'skip' }
  /** It cannot be done, whatever is chosen. */
  | { kind: 'refused'; reason: string }

export interface TransferRow {
  source: ComparedSecret
  conflict: Conflict | null
  /** What can be chosen; empty where there is nothing to choose. */
  choices: ConflictChoice[]
  step: TransferStep
}

/**
 * What copying or moving `sources` into a project would do to each, given what stands there and what was chosen per
 * row (by id; `skip` where nothing was). No row creates a name that the target has, or that a row before it creates.
 */
export function planTransfer(
  act: TransferAct,
  sources: readonly ComparedSecret[],
  target: readonly ComparedSecret[],
  choices: ReadonlyMap<string, ConflictChoice>,
): TransferRow[] {
  const there = new Map<string, ComparedSecret[]>()
  for (const row of target) {
    if (row.name !== null) there.set(row.name, [...(there.get(row.name) ?? []), row])
  }
  const taken = new Set(there.keys())
  // Names of rows that come as they are; a row that is renamed must not take one of them.
  const wanted = new Set(sources.map(({ name }) => name))
  const overwritten = new Set<string>()
  return sources.map((source) => {
    const { name } = source
    const refused = refusal(act, source)
    if (refused || name === null) {
      return { source, conflict: null, choices: [], step: { kind: 'refused', reason: refused ?? NO_NAME } }
    }
    const conflict = conflictOf(there.get(name) ?? [], taken.has(name), overwritten)
    if (!conflict) {
      taken.add(name)
      return { source, conflict: null, choices: [], step: { kind: 'create', name } }
    }
    const possible: ConflictChoice[] =
      conflict.kind === 'exists' && conflict.target.canWrite
        ? ['skip', 'overwrite', 'keep-both']
        : ['skip', 'keep-both']
    const wish = choices.get(source.id) ?? 'skip'
    const choice = possible.includes(wish) ? wish : 'skip'
    if (choice === 'keep-both') {
      const free = freeName(name, (other) => taken.has(other) || wanted.has(other))
      taken.add(free)
      return { source, conflict, choices: possible, step: { kind: 'create', name: free } }
    }
    if (choice === 'overwrite' && conflict.kind === 'exists') {
      overwritten.add(conflict.target.id)
      return { source, conflict, choices: possible, step: { kind: 'overwrite', target: conflict.target } }
    }
    return { source, conflict, choices: possible, step: { kind: 'skip' } }
  })
}

const NO_NAME = 'Its name cannot be decrypted'

function refusal(act: TransferAct, { name, canWrite }: ComparedSecret): string | null {
  if (name === null) return NO_NAME
  return act === 'move' && !canWrite ? 'You can read it, not move it' : null
}

function conflictOf(
  found: readonly ComparedSecret[],
  isTaken: boolean,
  overwritten: ReadonlySet<string>,
): Conflict | null {
  const [first] = found
  if (found.length > 1) return { kind: 'double', count: found.length }
  if (first && !overwritten.has(first.id)) return { kind: 'exists', target: first }
  return isTaken ? { kind: 'twin' } : null
}

/** The name with the first number from 2 on that is free: `KEY_2`, `KEY_3`; after a blank, `my key 2`. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const separator = /\s/.test(name) ? ' ' : '_'
  for (let number = 2; ; number += 1) {
    const free = `${name}${separator}${number}`
    if (!isTaken(free)) return free
  }
}

export interface TransferCost {
  reads: number
  writes: number
  /** Lines in the event log. */
  events: number
}

/**
 * A copy is a read and a create, an overwrite reads both and writes one; moving over one also puts the source into
 * the trash. Each of these requests is recorded.
 */
export function transferCost(act: TransferAct, rows: readonly TransferRow[]): TransferCost {
  const creates = rows.filter(({ step }) => step.kind === 'create').length
  const overwrites = rows.filter(({ step }) => step.kind === 'overwrite').length
  const reads = creates + 2 * overwrites
  const writes = creates + overwrites * (act === 'move' ? 2 : 1)
  return { reads, writes, events: reads + writes }
}
