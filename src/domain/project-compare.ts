/** A secret as a list shows it. `name` is null where it cannot be decrypted; `changed` in epoch milliseconds. */
export interface ComparedSecret {
  id: string
  name: string | null
  changed: number
  canWrite: boolean
}

/** A name that both projects have. More than one secret on a side: the name is double there. */
export interface SharedName {
  name: string
  a: ComparedSecret[]
  b: ComparedSecret[]
}

export interface ProjectComparison {
  onlyA: ComparedSecret[]
  onlyB: ComparedSecret[]
  both: SharedName[]
  /** Names that cannot be decrypted: what they are to each other is not known. */
  unknownA: ComparedSecret[]
  unknownB: ComparedSecret[]
}

/** Sets two projects against each other by exact name. Rows keep the order they come in; `both` that of `a`. */
export function compareProjects(
  a: readonly ComparedSecret[],
  b: readonly ComparedSecret[],
): ProjectComparison {
  const namesA = byName(a)
  const namesB = byName(b)
  const both: SharedName[] = []
  for (const [name, rows] of namesA) {
    const others = namesB.get(name)
    if (others) both.push({ name, a: rows, b: others })
  }
  return {
    onlyA: a.filter(({ name }) => name !== null && !namesB.has(name)),
    onlyB: b.filter(({ name }) => name !== null && !namesA.has(name)),
    both,
    unknownA: a.filter(({ name }) => name === null),
    unknownB: b.filter(({ name }) => name === null),
  }
}

function byName(rows: readonly ComparedSecret[]): Map<string, ComparedSecret[]> {
  const names = new Map<string, ComparedSecret[]>()
  for (const row of rows) {
    if (row.name === null) continue
    const same = names.get(row.name)
    if (same) same.push(row)
    else names.set(row.name, [row])
  }
  return names
}
