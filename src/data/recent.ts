/*
  What was opened last, for Home and the palette. Ids only, and only as long as this page lives: names are looked up when they are
  shown, and nothing of it reaches a storage.
*/

export type VisitKind = 'secrets' | 'projects' | 'machine-accounts'

export interface Visit {
  organizationId: string
  kind: VisitKind
  id: string
  /** Epoch ms. */
  at: number
}

const MOST = 50
const PLACE = /^\/orgs\/([^/]+)\/(secrets|projects|machine-accounts)\/([0-9a-f-]{36})(?:\/|$)/

let visits: readonly Visit[] = []
let owner: string | null = null

/** `path` below the base of the app. Another person begins with nothing. */
export function rememberVisit(userId: string, path: string, at: number): void {
  if (owner !== userId) visits = []
  owner = userId
  const [, organizationId, kind, id] = PLACE.exec(path) ?? []
  if (!organizationId || !kind || !id) return
  const visit: Visit = { organizationId, kind: kind as VisitKind, id, at }
  visits = [visit, ...visits.filter((other) => other.id !== id)].slice(0, MOST)
}

/** Newest first. */
export function recentVisits(userId: string, organizationId: string): readonly Visit[] {
  return owner === userId ? visits.filter((visit) => visit.organizationId === organizationId) : []
}
