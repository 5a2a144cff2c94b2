import type { SeedTables } from '#/mocks/store/db'
import { emptyOwner } from './accounts'
import { Moments } from './moments'
import { organizationRow } from './organizations'
import { memberRow, userRow } from './people'

/** One owner and one organization with Secrets Manager, made a moment ago; nothing else. */
export async function seedEmpty({ now }: { now: Date }): Promise<SeedTables> {
  const moments = new Moments(now)
  const created = moments.ago(1, '09:00')
  const member = { organization: 'empty', slug: emptyOwner.slug, type: 0, secretsManager: true } as const
  return Promise.resolve({
    organizations: [
      organizationRow({
        slug: 'empty',
        name: 'Newhaven',
        created,
        expires: moments.ahead(365),
        apiKeyChanged: created,
        seats: 10,
        smSeats: 10,
      }),
    ],
    users: [userRow({ ...emptyOwner, name: 'Nova Lind', email: emptyOwner.salt, created })],
    members: [memberRow({ ...member, created })],
  })
}
