import type { OrganizationSlug } from './accounts'

/** An access token of a seed. Its secret halves are fixed in `keys.json` under the slug. */
export interface TokenSpec {
  slug: string
  organization: OrganizationSlug
  /** Name of the machine account. */
  machine: string
  name: string
  /** Days from now until it expires; negative: expired. null: never. */
  expiresIn: number | null
  /** Days since it was made. */
  age: number
  /** Made, then revoked: no row is left of it, only whoever kept the text has it. */
  isRevoked?: true
}

const of = (machine: string, name: string, expiresIn: number | null, age: number): TokenSpec => ({
  slug: `${machine}/${name}`,
  organization: 'harbourline',
  machine,
  name,
  expiresIn,
  age,
})

export const tokenSpecs: readonly TokenSpec[] = [
  of('k8s-prod-operator', 'cluster-a', 2, 88),
  of('k8s-prod-operator', 'cluster-b', 41, 49),
  of('ci-deploy', 'pipelines', 9, 81),
  of('ci-deploy', 'release runner', 61, 29),
  of('ci-deploy', 'old runner', null, 402),
  of('payments-api', 'blue', 33, 57),
  of('payments-api', 'green', 82, 8),
  of('ledger-batch', 'nightly', 38, 142),
  of('warehouse-loader', 'loader', 44, 46),
  of('ci-rotate', 'rotation job', null, 210),
  of('edge-proxy', 'all regions', 72, 18),
  of('mobile-release', 'store upload', 120, 245),
  of('refund-worker', 'queue', 52, 38),
  of('telemetry-ingest', 'ingest 1', 57, 33),
  of('telemetry-ingest', 'ingest 2', 57, 33),
  of('partner-sync', 'sync', 88, 2),
  of('backup-agent', 'vault backup', null, 512),
  of('old-importer', 'import 2025', -60, 425),
  of('loadtest', 'load generator', 300, 65),
  of('loadtest', 'spring campaign', -12, 102),
  { ...of('loadtest', 'leaked in a log', 180, 20), isRevoked: true },
  { ...of('tidewater-sync', 'sync', 160, 20), organization: 'tidewater' },
  { ...of('bulk-reader', 'bench', null, 200), organization: 'large' },
]
