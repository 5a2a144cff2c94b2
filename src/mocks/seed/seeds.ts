import type { Sealer, SeedTables } from '#/mocks/store/db'
import { seedDemo } from './demo/demo'
import { seedRecorded } from './recorded'
import { seedEmpty } from './empty'
import { seedLarge } from './large/large'
import { largeSealer } from './large/sealer'

export interface SeedOptions {
  now: Date
  /** Sizes of the `large` seed; the others do not look at them. */
  secrets?: number
  members?: number
  events?: number
}

export type SeedName = 'demo' | 'empty' | 'large' | 'recorded'

export const seeds: Record<SeedName, (options: SeedOptions) => Promise<SeedTables>> = {
  demo: seedDemo,
  recorded: seedRecorded,
  empty: seedEmpty,
  large: seedLarge,
}

/** What seals the rows that a seed left open; null where it leaves none. */
export async function sealerOf(seed: string): Promise<Sealer | null> {
  return seed === 'large' ? largeSealer() : null
}
