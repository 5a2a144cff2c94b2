import type { SeedTables } from '#/mocks/store/db'

/** Rows of several organizations in one set of tables. */
export function joinTables(parts: readonly SeedTables[]): SeedTables {
  const joined: Record<string, unknown[]> = {}
  for (const part of parts) {
    for (const [name, rows] of Object.entries(part)) (joined[name] ??= []).push(...rows)
  }
  return joined
}
