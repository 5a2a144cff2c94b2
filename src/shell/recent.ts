export interface RecentObject {
  kind: 'secret' | 'project' | 'machine'
  id: string
}

const AT_MOST = 8
let recent: readonly RecentObject[] = []

/** Objects whose pages were open in this tab, newest first: ids in memory, no names. */
export const recentObjects = (): readonly RecentObject[] => recent

export function visited({ kind, id }: RecentObject): void {
  recent = [{ kind, id }, ...recent.filter((each) => each.id !== id)].slice(0, AT_MOST)
}
