import type { Person } from './cast'
import type { MachineName, ProjectName } from './names'

export interface MachineSpec {
  created: number
  by: Person
  reads?: readonly ProjectName[]
  writes?: readonly ProjectName[]
}

/**
 * `mobile-release` and `loadtest` are the two of the credentials file: one reads and writes Sandbox, the other only
 * reads it and nothing else. Neither reaches a spoiled name, since the Secrets Manager SDK refuses a whole list for it.
 */
export const machines: Record<MachineName, MachineSpec> = {
  'k8s-prod-operator': {
    created: 486,
    by: 'admin',
    reads: ['Payments', 'Checkout', 'Platform', 'Edge', 'Mobile', 'Identity', 'Notifications', 'Search'],
  },
  'ci-deploy': { created: 455, by: 'admin', reads: ['Payments', 'Checkout', 'Mobile', 'Partner API'] },
  'payments-api': { created: 430, by: 'owner', reads: ['Payments', 'Checkout'] },
  'ledger-batch': { created: 402, by: 'owner', reads: ['Payments', 'Warehouse'] },
  'warehouse-loader': { created: 371, by: 'admin', reads: ['Telemetry'], writes: ['Warehouse'] },
  'ci-rotate': { created: 298, by: 'owner', writes: ['Sandbox', 'Payments'] },
  'edge-proxy': { created: 260, by: 'admin', reads: ['Platform'], writes: ['Edge'] },
  'mobile-release': { created: 245, by: 'twoOrganizations', reads: ['Mobile'], writes: ['Sandbox'] },
  'refund-worker': { created: 190, by: 'groupWriter', reads: ['Payments'] },
  'telemetry-ingest': { created: 175, by: 'secondOwner', writes: ['Telemetry'] },
  'partner-sync': { created: 2, by: 'projectWriter', writes: ['Partner API'] },
  'backup-agent': { created: 512, by: 'owner', reads: ['Platform', 'Data lake'] },
  'old-importer': { created: 426, by: 'secondOwner', reads: ['Warehouse'] },
  loadtest: { created: 102, by: 'projectWriter', reads: ['Sandbox'] },
}
