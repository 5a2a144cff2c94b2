export const projectNames = [
  'Payments',
  'Checkout',
  'Platform',
  'Warehouse',
  'Edge',
  'Mobile',
  'Telemetry',
  'Partner API',
  'Identity',
  'Notifications',
  'Search',
  'Data lake',
  'Sandbox',
  'Loyalty',
] as const

export type ProjectName = (typeof projectNames)[number]

/** Deleted three weeks ago; its secrets stayed behind. */
export const DELETED_PROJECT = 'Kiosk'

export const machineNames = [
  'k8s-prod-operator',
  'ci-deploy',
  'payments-api',
  'ledger-batch',
  'warehouse-loader',
  'ci-rotate',
  'edge-proxy',
  'mobile-release',
  'refund-worker',
  'telemetry-ingest',
  'partner-sync',
  'backup-agent',
  'old-importer',
  'loadtest',
] as const

export type MachineName = (typeof machineNames)[number]
