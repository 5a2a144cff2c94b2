import type { SeedTables } from '#/mocks/db'
import { seedDemo } from './demo/demo'

export interface SeedOptions {
  now: Date
  /** Sizes of the `large` seed; the others do not look at them. */
  secrets?: number
  members?: number
  events?: number
}

export type SeedName = 'demo'

export const seeds: Record<SeedName, (options: SeedOptions) => Promise<SeedTables>> = {
  demo: seedDemo,
}
