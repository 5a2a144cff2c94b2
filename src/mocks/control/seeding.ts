import type { SeedRequest } from './databases'
import type { Sealer, SeedTables } from '#/mocks/store/db'

const load = () => import('#/mocks/seed/seeds')

export class UnknownSeed extends Error {}

/** Makes the rows of the seed named, for a moment in time. */
export async function makeSeed({ seed, at, ...sizes }: SeedRequest & { at: Date }): Promise<SeedTables> {
  const { seeds } = await load()
  if (!Object.hasOwn(seeds, seed)) {
    throw new UnknownSeed(`There is no seed "${seed}". Seeds: ${Object.keys(seeds).join(', ')}.`)
  }
  return seeds[seed as keyof typeof seeds]({ ...sizes, now: at })
}

/** What seals the rows that the seed left open, if it leaves any. */
export const sealerOf = async (seed: string): Promise<Sealer | null> => (await load()).sealerOf(seed)
