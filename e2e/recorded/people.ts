import { readFileSync } from 'node:fs'
import { deriveMasterKey, passwordHash } from '#/crypto/kdf'
import type { Claims } from '#/mocks/handler'
import { signToken } from '#/mocks/identity/jwt'
import state from '#/mocks/seed/recorded.json'

interface Persona {
  claims?: Partial<Claims>
  org?: string
  machine?: true
}

const personas = JSON.parse(readFileSync(new URL('./personas.json', import.meta.url), 'utf8')) as Record<
  string,
  Persona
>

/** Rights that no sign-in gives: an expired token, one without scope, rights that the start state lacks. */
const forged = ['expired', 'userScopeNone', 'disabledOwnerStale', 'revokedStale']

const device = { deviceType: '9', deviceIdentifier: 'lab-device', deviceName: 'chrome' }
const version = { 'Bitwarden-Client-Version': '2026.8.0' }

type Fetch = typeof fetch

/** Signs in each persona as a client would, and keeps the tokens. */
export class People {
  private readonly fetch: Fetch
  private readonly tokens = new Map<string, string>()
  private readonly hashes = new Map<string, string>()

  constructor(fetch: Fetch) {
    this.fetch = fetch
  }

  tokenOf(persona: string): string | undefined {
    return this.tokens.get(persona)
  }

  /** The true password hash of whom the recording calls by a stand-in. */
  hashOf(persona: string): string {
    return this.hashes.get(personas[persona]?.claims?.email ?? '') ?? ''
  }

  /** All but the machines, before the first exchange: tokens keep the rights of the start state. */
  async signIn(nowSeconds: number): Promise<void> {
    for (const { email, masterPassword, masterPasswordSalt, kdfIterations: iterations } of state.users) {
      const key = await deriveMasterKey(masterPassword, masterPasswordSalt, { type: 'pbkdf2', iterations })
      this.hashes.set(email, await passwordHash(key, masterPassword))
    }
    for (const [name, { claims, org, machine }] of Object.entries(personas)) {
      if (machine || !claims) continue
      if (forged.includes(name)) this.tokens.set(name, await forge(claims, nowSeconds))
      else if (claims.email) await this.signInPerson(name, claims)
      else if (org) await this.signInOrganization(name, org)
    }
  }

  /** A machine account signs in at once after the answer that created its token. */
  async signInMachine(recordedTokenId: string, id: string, clientSecret: string): Promise<void> {
    const name = Object.keys(personas).find((key) => personas[key]?.claims?.client_id === recordedTokenId)
    if (name === undefined || this.tokens.has(name)) return
    const form = {
      grant_type: 'client_credentials',
      scope: 'api.secrets',
      client_id: id,
      client_secret: clientSecret,
    }
    await this.request(name, form)
  }

  private signInPerson(name: string, claims: Partial<Claims>): Promise<void> {
    const { email = '', client_id: clientId = 'web', scope = [] } = claims
    const password = this.hashes.get(email) ?? ''
    const form = {
      grant_type: 'password',
      client_id: clientId,
      scope: scope.join(' '),
      username: email,
      password,
    }
    return this.request(name, { ...form, ...device })
  }

  private signInOrganization(name: string, id: string): Promise<void> {
    const secret =
      state.organizations.find((organization) => organization.id === id)?.apiKeys[0]?.apiKey ?? ''
    const form = { grant_type: 'client_credentials', scope: 'api.organization' }
    return this.request(name, { ...form, client_id: `organization.${id}`, client_secret: secret })
  }

  private async request(name: string, form: Record<string, string>): Promise<void> {
    const body = new URLSearchParams(form)
    const response = await this.fetch('http://vault.test/identity/connect/token', {
      method: 'POST',
      headers: version,
      body,
    })
    const answer = (await response.json()) as { access_token?: string; error_description?: string }
    if (!answer.access_token) throw new Error(`${name} cannot sign in: ${JSON.stringify(answer)}`)
    this.tokens.set(name, answer.access_token)
  }
}

function forge(claims: Partial<Claims>, nowSeconds: number): Promise<string> {
  const life = {
    iss: 'http://identity',
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + 86_400,
    jti: 'forged',
  }
  return signToken({ ...life, client_id: 'web', scope: [], ...claims })
}
