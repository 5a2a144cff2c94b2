import type { SeedTables } from '#/mocks/store/db'
import { joinTables } from '#/mocks/seed/join'
import { Moments } from '#/mocks/seed/moments'
import { harbourlineTables } from './harbourline'
import { demoDevices, demoUsers } from './members'
import { fairleadTables, tidewaterTables } from './neighbours'

/**
 * The organization of the pictures as it is at `now`, beside two small ones that it must not see. The same
 * `now` gives the same rows, byte for byte. A map: `harbourline.ts` puts it together, `catalogue.ts` and
 * `told.ts` hold the secrets, `play.ts` the rules by which their histories and events come about.
 */
export async function seedDemo({ now }: { now: Date }): Promise<SeedTables> {
  const moments = new Moments(now)
  const users = demoUsers(moments)
  return joinTables([
    { users, devices: demoDevices(users) },
    await harbourlineTables(moments),
    await tidewaterTables(moments),
    fairleadTables(moments),
  ])
}
