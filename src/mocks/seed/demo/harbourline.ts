import type { SeedTables } from '#/mocks/store/db'
import { tokenSpecs } from '#/mocks/seed/machine-tokens'
import type { Moments } from '#/mocks/seed/moments'
import { stampAt } from '#/mocks/seed/moments'
import { organizationId, organizationRow } from '#/mocks/seed/organizations'
import { sealFor } from '#/mocks/seed/seal'
import type { Seal } from '#/mocks/seed/seal'
import { tokenRow } from '#/mocks/seed/token-rows'
import type { AccessPolicyRow, ProjectRow, ServiceAccountRow } from '#/mocks/store/tables'
import { accessPolicyRows, groupRows, projectId } from './access'
import { administration } from './administration'
import { machineId } from './cast'
import { eventRows } from './log'
import type { LogEntry } from './log'
import { machines } from './machines'
import { harbourlineMembers } from './members'
import { ordinaryStories } from './ordinary'
import { play, sealSecret } from './play'
import type { DraftSecret } from './play'
import { projects } from './projects'
import { reads } from './reads'
import { signIns } from './sign-ins'
import { toldStories } from './told'
import { collectionRows, policyRows } from './vault'

const harbourline = organizationId('harbourline')

const harbourlineOrganization = (moments: Moments) =>
  organizationRow({
    slug: 'harbourline',
    name: 'Harbourline',
    created: moments.workday(541, '08:00'),
    expires: moments.ahead(189),
    apiKeyChanged: moments.workday(412, '15:00'),
    seats: 25,
    smSeats: 20,
  })

function projectRows(moments: Moments, seal: Seal): Promise<ProjectRow[]> {
  return Promise.all(
    Object.entries(projects).map(async ([name, { created, renamed }]) => {
      const at = moments.workday(created, '10:00')
      return {
        id: projectId(name),
        organizationId: harbourline,
        name: await seal(`project/${name}`, name),
        creationDate: stampAt(at),
        revisionDate: stampAt(renamed === undefined ? at : moments.workday(renamed, '15:40')),
      }
    }),
  )
}

/** A machine account is as new as the newest secret in its reach: that is how the server drives syncing. */
function revisedWith(
  id: string,
  policies: readonly AccessPolicyRow[],
  secrets: readonly DraftSecret[],
): number {
  const targets = new Set(
    policies.filter(({ granteeId }) => granteeId === id).map(({ targetId }) => targetId),
  )
  const inReach = secrets.filter(
    (secret) => targets.has(secret.id) || (secret.project !== null && targets.has(projectId(secret.project))),
  )
  return Math.max(0, ...inReach.map(({ revised }) => revised))
}

function machineRows(
  moments: Moments,
  seal: Seal,
  policies: readonly AccessPolicyRow[],
  secrets: readonly DraftSecret[],
): Promise<ServiceAccountRow[]> {
  return Promise.all(
    Object.entries(machines).map(async ([name, { created }]) => {
      const at = moments.workday(created, '11:00')
      const id = machineId(name)
      return {
        id,
        organizationId: harbourline,
        name: await seal(`machine/${name}`, name),
        creationDate: stampAt(at),
        revisionDate: stampAt(Math.max(at, revisedWith(id, policies, secrets))),
      }
    }),
  )
}

/** Rows in the log that only seem doubled: two programs of one machine account read at the same moment. */
function doubled(entries: readonly LogEntry[]): LogEntry[] {
  const reader = machineId('telemetry-ingest')
  return entries.filter(({ serviceAccountId, at }) => serviceAccountId === reader && Math.floor(at) % 7 === 0)
}

/** Everything that belongs to Harbourline but its people's accounts. */
export async function harbourlineTables(moments: Moments): Promise<SeedTables> {
  const seal = await sealFor('harbourline')
  const plays = [...ordinaryStories(moments), ...toldStories(moments)].map(play)
  const told = plays.map(({ secret }) => secret)
  const kept = told.filter(({ isDestroyed }) => !isDestroyed)
  const policies = accessPolicyRows(moments)
  const looks = reads(told, moments)
  const entries = [
    ...plays.flatMap(({ entries: own }) => own),
    ...looks,
    ...doubled(looks),
    ...signIns(moments),
    ...administration(moments),
  ]
  const specs = tokenSpecs.filter(
    ({ organization, isRevoked }) => organization === 'harbourline' && !isRevoked,
  )
  const [sealed, projectsMade, machinesMade, collections, tokens] = await Promise.all([
    Promise.all(kept.map((secret) => sealSecret(secret, secret.project && projectId(secret.project), seal))),
    projectRows(moments, seal),
    machineRows(moments, seal, policies, told),
    collectionRows(moments, seal),
    Promise.all(specs.map((spec) => tokenRow(spec, machineId(spec.machine), moments, seal))),
  ])
  return {
    organizations: [harbourlineOrganization(moments)],
    members: harbourlineMembers(moments),
    groups: groupRows(moments),
    collections,
    policies: policyRows(moments),
    projects: projectsMade,
    secrets: sealed.map(({ row }) => row),
    secretVersions: sealed.flatMap(({ versions }) => versions),
    serviceAccounts: machinesMade,
    accessTokens: tokens,
    accessPolicies: policies,
    events: eventRows(entries, moments.now),
  }
}
