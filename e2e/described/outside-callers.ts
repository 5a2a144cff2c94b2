import type { privateDocument } from '#/mocks/openapi/document'
import { credentialsOf } from '#/mocks/seed/credentials'
import { asFetch } from '#/mocks/server'
import type { MockServer } from '#/mocks/server'
import type { Db } from '#/mocks/store/db'
import { tableOf } from './requests'

const DEVICE = { deviceType: '21', deviceIdentifier: '11111111-2222-4333-8444-555555555555', deviceName: 'x' }

type Form = Record<string, string>

const keyForm = (scope: string, id: string, secret: string): Form => ({
  grant_type: 'client_credentials',
  ...{ scope, client_id: id, client_secret: secret },
  ...(scope === 'api' ? DEVICE : {}),
})

/** What each caller signs in with; null signs nobody in. */
async function formsOf(db: Db): Promise<Record<string, Form | null>> {
  const { organizationApi, machineAccount, owner, organization } = await credentialsOf(db)
  const reader = db.members
    .where('organizationId', organization.id)
    .find(({ type, status, accessSecretsManager }) => type === 2 && status === 2 && accessSecretsManager)
  const user = db.users.get(reader?.userId)
  if (!organizationApi || !machineAccount || !owner || !user)
    throw new Error('The seed has nobody to call as.')
  const [, machineId = '', machineSecret = ''] = machineAccount.accessToken.split(/[.:]/)
  return {
    owner: keyForm('api', owner.apiKey.clientId, owner.apiKey.clientSecret),
    reader: keyForm('api', `user.${user.id}`, user.apiKey),
    machine: keyForm('api.secrets', machineId, machineSecret),
    key: keyForm('api.organization', organizationApi.clientId, organizationApi.clientSecret),
    nobody: null,
  }
}

/** The token of each caller by name, null for nobody. */
export async function tokensOf(mock: MockServer, db: Db): Promise<Map<string, string | null>> {
  const tokens = new Map<string, string | null>()
  for (const [name, form] of Object.entries(await formsOf(db))) {
    const headers = { 'Bitwarden-Client-Version': '2026.8.0' }
    const init = form && { method: 'POST', headers, body: new URLSearchParams(form) }
    const answer = init && (await asFetch(mock)('http://mock.test/identity/connect/token', init))
    const token = answer && ((await answer.json()) as { access_token?: string }).access_token
    if (token === undefined) throw new Error(`${name} is refused.`)
    tokens.set(name, token)
  }
  return tokens
}

/**
 * The ids that schemathesis puts in the place of its own, as its configuration. Deleting gets the last row of a table,
 * so that the others go on to find theirs; nobody gets the first, who is the caller.
 */
export function knownIds(db: Db, { paths, servers }: ReturnType<typeof privateDocument>): string {
  const [organization] = db.organizations.all()
  const prefix = servers[0]?.url.replace(/\/$/, '') ?? ''
  const tables = db as unknown as Record<string, { all: () => readonly { id: string }[] }>
  const idAt = (path: string, name: string, verb: string): string => {
    const table = tableOf(path.slice(0, path.indexOf(`{${name}}`) + name.length + 2))
    if (table === 'organizations') return organization?.id ?? ''
    const rows = (tables[table]?.all() ?? []).filter(
      (row) => !('organizationId' in row) || row.organizationId === organization?.id,
    )
    return (verb === 'delete' ? rows.at(-1) : (rows[1] ?? rows[0]))?.id ?? ''
  }
  const operations = Object.entries(paths).flatMap(([path, verbs]) => {
    const names = [...path.matchAll(/{(\w+)}/g)].flatMap(([, name]) =>
      name && name !== 'type' ? [name] : [],
    )
    // Who leaves the organization finds nothing any more.
    if (names.length === 0 || path.endsWith('/revoke-self')) return []
    return Object.keys(verbs).map((verb) => {
      const ids = names.map((name) => `${name} = "${idAt(prefix + path, name, verb)}"`)
      const which = `include-path = "${path}"\ninclude-method = "${verb.toUpperCase()}"`
      return `[[operations]]\n${which}\nparameters = { ${ids.join(', ')} }\n`
    })
  })
  return operations.join('\n')
}
