import type { SeedTables } from '#/mocks/db'
import { accounts } from './accounts'
import { Moments, stampAt } from './moments'
import { organizationId, organizationRow } from './organizations'
import { memberRow, userRow } from './people'
import { personaOf } from './personas'
import { idFor } from './random'
import { sealFor } from './seal'

/** The organization of the pictures, as it is at `now`. The same `now` gives the same rows, byte for byte. */
export async function seedDemo({ now }: { now: Date }): Promise<SeedTables> {
  const moments = new Moments(now)
  const seal = await sealFor('harbourline')
  const owner = accounts.find((account) => account.slug === 'owner')
  if (!owner) throw new Error('No owner.')
  const created = moments.ago(600)
  const organization = organizationId('harbourline')
  const stamp = stampAt(moments.ago(20))
  const project = idFor('project/Payments')
  const names = [
    'PROD_PAYMENTS_STRIPE_KEY',
    'PROD_PAYMENTS_STRIPE_WEBHOOK_SECRET',
    'PROD_PAYMENTS_LEDGER_DB_CONFIG',
  ]
  return {
    organizations: [
      organizationRow({
        slug: 'harbourline',
        name: 'Harbourline',
        created,
        expires: moments.ahead(400),
        apiKeyChanged: moments.ago(412),
        seats: 25,
        smSeats: 20,
      }),
    ],
    users: [userRow({ ...owner, name: personaOf('owner').name, email: owner.salt, created })],
    members: [
      memberRow({ organization: 'harbourline', slug: 'owner', type: 0, secretsManager: true, created }),
    ],
    projects: [
      {
        id: project,
        organizationId: organization,
        name: await seal('project/Payments', 'Payments'),
        creationDate: stamp,
        revisionDate: stamp,
      },
    ],
    secrets: await Promise.all(
      names.map(async (name, index) => ({
        id: idFor(`secret/${name}`),
        organizationId: organization,
        projectId: project,
        key: await seal(`${name}/name`, name),
        value: await seal(`${name}/value`, `demo_${index}_not_a_real_secret`),
        note: await seal(`${name}/note`, ''),
        creationDate: stamp,
        revisionDate: stampAt(moments.ago(20 - index)),
        deletedDate: null,
      })),
    ),
  }
}
