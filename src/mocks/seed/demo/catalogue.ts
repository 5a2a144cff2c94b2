import type { ProjectName } from './names'
import type { ValueKind } from './values'

export interface Item {
  name: string
  kind: ValueKind
  note: string
}

interface Shelf {
  prefix: string
  /** Word that hosts and users are made of. */
  service: string
  environments: readonly string[]
  items: readonly Item[]
}

const item = (name: string, kind: ValueKind, note = ''): Item => ({ name, kind, note })

const both = ['PROD', 'STAGING'] as const

/** The ordinary secrets: each item exists once per environment, named ENVIRONMENT_PREFIX_ITEM. */
export const catalogue: Partial<Record<ProjectName, Shelf>> = {
  Payments: {
    prefix: 'PAYMENTS',
    service: 'payments',
    environments: both,
    items: [
      item('STRIPE_KEY', 'apiKey', 'Restricted key of the card processor: charges and refunds, no payouts.'),
      item('STRIPE_WEBHOOK_SECRET', 'webhook', 'Checks the signature of incoming webhooks.'),
      item('LEDGER_SIGNING_KEY', 'privateKey', 'Signs journal entries. Rotate together with ledger-batch.'),
      item('REFUND_QUEUE_TOKEN', 'apiKey'),
      item('REFUND_QUEUE_URL', 'amqp'),
      item(
        'SETTLEMENT_BANK_PIN',
        'pin',
        'Second factor of the bank gateway. Call +46 8 555 01 00 before you change it.',
      ),
      item('FRAUD_SCORE_KEY', 'apiKey'),
      item(
        'CARD_VAULT_KEY',
        'base64',
        'Wraps card tokens. Never change it without re-wrapping, see the runbook.',
      ),
      item('DB_URL', 'postgres'),
      item('CACHE_URL', 'redis'),
      item('ERRORS_DSN', 'dsn'),
      item('RECONCILE_SFTP_KEY', 'privateKey'),
      item('PAYPAL_CLIENT_SECRET', 'password'),
      item('TAX_SERVICE_TOKEN', 'jwt', 'Issued for a year. Ask finance for the next one in good time.'),
    ],
  },
  Checkout: {
    prefix: 'CHECKOUT',
    service: 'checkout',
    environments: both,
    items: [
      item('SESSION_KEY', 'hex', 'Seals session cookies. A change signs every customer out.'),
      item('PAYMENTS_CALLBACK_KEY', 'webhook'),
      item('FRAUD_TOKEN', 'apiKey'),
      item('COUPON_SIGNING_KEY', 'base64'),
      item('DB_URL', 'postgres'),
      item('CACHE_URL', 'redis'),
      item('ADDRESS_LOOKUP_KEY', 'apiKey'),
      item('CAPTCHA_SECRET', 'uuid'),
      item('ERRORS_DSN', 'dsn'),
      item('FEATURE_FLAGS_KEY', 'apiKey'),
    ],
  },
  Platform: {
    prefix: 'PLATFORM',
    service: 'platform',
    environments: both,
    items: [
      item('REGISTRY_PULL_URL', 'basicUrl', 'Read only. Every cluster pulls with it.'),
      item('REGISTRY_PUSH_URL', 'basicUrl'),
      item('CLUSTER_KUBECONFIG', 'yaml', 'Service account of the deployer, not a person.'),
      item('TERRAFORM_STATE_KEY', 'base64'),
      item('DNS_API_TOKEN', 'apiKey'),
      item('OBJECT_STORE_KEY_ID', 'uuid'),
      item('OBJECT_STORE_SECRET', 'base64'),
      item(
        'BACKUP_PASSPHRASE',
        'password',
        'Without it no backup can be read. A sealed copy lies with the notary.',
      ),
      item('SSH_JUMP_KEY', 'privateKey'),
      item('PAGER_TOKEN', 'apiKey'),
      item('CHAT_WEBHOOK', 'webhook'),
      item('VPN_SHARED_SECRET', 'password'),
      item('ARTIFACT_SIGNING_KEY', 'privateKey'),
      item('STATUS_PAGE_TOKEN', 'jwt'),
    ],
  },
  Warehouse: {
    prefix: 'WAREHOUSE',
    service: 'warehouse',
    environments: both,
    items: [
      item('LOADER_DSN', 'postgres', 'warehouse-loader rotates it on the first of the month.'),
      item('EXPORT_KEY', 'base64'),
      item('PAYMENTS_LOADER_DSN', 'postgres'),
      item('BI_READER_PASSWORD', 'password', 'Read-only role for the analysts.'),
      item('BUCKET_ACCOUNT', 'serviceJson'),
      item('SCHEDULER_TOKEN', 'jwt'),
      item('METADATA_DB_URL', 'postgres'),
      item('ERRORS_DSN', 'dsn'),
      item('PARTNER_DROP_SFTP_KEY', 'privateKey'),
    ],
  },
  Edge: {
    prefix: 'EDGE',
    service: 'edge',
    environments: both,
    items: [
      item('TLS_CERT', 'certificate', 'Leaf and issuing CA. The key is TLS_KEY, change both together.'),
      item('TLS_KEY', 'privateKey'),
      item('CDN_PURGE_TOKEN', 'apiKey'),
      item('WAF_RULES_TOKEN', 'apiKey'),
      item('GEOIP_LICENCE', 'uuid'),
      item('ORIGIN_SHARED_SECRET', 'hex'),
      item('RATE_LIMIT_CACHE_URL', 'redis'),
    ],
  },
  Mobile: {
    prefix: 'MOBILE',
    service: 'mobile',
    environments: both,
    items: [
      item('PUSH_CERT', 'certificate'),
      item('PUSH_KEY', 'privateKey'),
      item('STORE_UPLOAD_ACCOUNT', 'serviceJson'),
      item('DEEP_LINK_SECRET', 'hex'),
      item('CRASH_REPORT_DSN', 'dsn'),
      item('MAPS_KEY', 'apiKey'),
      item('ATTESTATION_KEY', 'base64'),
    ],
  },
  Telemetry: {
    prefix: 'TELEMETRY',
    service: 'telemetry',
    environments: both,
    items: [
      item('INGEST_KEY', 'apiKey'),
      item('PAYMENTS_INGEST_KEY', 'apiKey'),
      item('COLLECTOR_ENV', 'env', 'The whole file, as the collector reads it.'),
      item('STORE_URL', 'basicUrl'),
      item('ALERT_WEBHOOK', 'webhook'),
      item('DASHBOARD_TOKEN', 'jwt'),
    ],
  },
  'Partner API': {
    prefix: 'PARTNER',
    service: 'partner',
    environments: both,
    items: [
      item('SFTP_KEY', 'privateKey'),
      item('WEBHOOK_SIGNING_KEY', 'webhook', 'Partners check it. Tell them two weeks ahead.'),
      item('OAUTH_CLIENT_SECRET', 'password'),
      item('INVOICE_API_KEY', 'apiKey'),
      item('RATES_FEED_TOKEN', 'apiKey'),
      item('KYC_SERVICE_KEY', 'uuid'),
      item('DB_URL', 'postgres'),
    ],
  },
  Identity: {
    prefix: 'IDENTITY',
    service: 'identity',
    environments: both,
    items: [
      item(
        'SIGNING_KEY',
        'privateKey',
        'Signs every session of customers. Rotation plan: wiki/identity/rotation.',
      ),
      item('DIRECTORY_BIND_PASSWORD', 'password'),
      item('SAML_CERT', 'certificate'),
      item('SERVICE_JWT', 'jwt'),
      item('PEPPER', 'base64'),
      item('SMS_GATEWAY_KEY', 'apiKey'),
      item('DB_URL', 'postgres'),
    ],
  },
  Notifications: {
    prefix: 'NOTIFY',
    service: 'notify',
    environments: both,
    items: [
      item('SMTP_PASSWORD', 'password'),
      item('MAIL_DKIM_KEY', 'privateKey'),
      item('SMS_TOKEN', 'apiKey'),
      item('QUEUE_URL', 'amqp'),
      item('UNSUBSCRIBE_SECRET', 'hex'),
      item('ERRORS_DSN', 'dsn'),
    ],
  },
  Search: {
    prefix: 'SEARCH',
    service: 'search',
    environments: both,
    items: [
      item('ADMIN_KEY', 'apiKey'),
      item('QUERY_KEY', 'apiKey', 'Public by design; kept here so that it has a history.'),
      item('CLUSTER_URL', 'basicUrl'),
      item('SYNONYMS_SYNC_TOKEN', 'jwt'),
      item('SNAPSHOT_BUCKET_ACCOUNT', 'serviceJson'),
    ],
  },
  'Data lake': {
    prefix: 'LAKE',
    service: 'lake',
    environments: both,
    items: [
      item('WRITER_ACCOUNT', 'serviceJson'),
      item('READER_ACCOUNT', 'serviceJson'),
      item('CATALOG_DB_URL', 'postgres'),
      item('AUDIT_EXPORT_KEY', 'apiKey', 'For the yearly audit.'),
      item('ENCRYPTION_KEY', 'base64', 'Key of the bucket. Losing it loses the lake.'),
    ],
  },
  Sandbox: {
    prefix: 'SANDBOX',
    service: 'sandbox',
    environments: ['DEV'],
    items: [
      item('PAYMENTS_STRIPE_KEY', 'apiKey', 'Test mode.'),
      item('LEDGER_DB_CONFIG', 'dbJson'),
      item('DB_URL', 'postgres'),
      item('CACHE_URL', 'redis'),
      item('QUEUE_URL', 'amqp'),
      item('SESSION_KEY', 'hex'),
      item('COLLECTOR_ENV', 'env'),
      item('KUBECONFIG', 'yaml'),
      item('JWT', 'jwt'),
      item('TLS_CERT', 'certificate'),
      item('ADMIN_PASSWORD', 'password'),
      item('LOADTEST_TOKEN', 'apiKey', 'loadtest reads it at the start of each run.'),
    ],
  },
}
