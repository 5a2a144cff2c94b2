import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { envNames } from './env-name'
import { snippets } from './snippets'

const facts = {
  origin: 'https://vault.example.test',
  organizationId: '6f3d9a10-0000-4000-8000-000000000001',
  projectId: '7a3d9a10-0000-4000-8000-000000000002',
  secrets: [
    { id: '9b1f0c42-77d3-4c1e-a0b5-18f2c6de3390', variable: 'PROD_PAYMENTS_STRIPE_KEY' },
    { id: '1c1f0c42-77d3-4c1e-a0b5-18f2c6de3391', variable: 'db_url' },
  ],
}

it('names the real ids, the variables and the server in every one', () => {
  for (const { id, text } of snippets(facts)) {
    for (const secret of facts.secrets) {
      expect(text, id).toContain(secret.id)
      expect(text, id).toContain(secret.variable)
    }
    if (id !== 'operator') expect(text, id).toContain(facts.origin)
    expect(text.endsWith('\n'), id).toBe(true)
  }
})

it('has the form that the action wants', () => {
  const action = snippets(facts).find(({ id }) => id === 'github')
  expect(action?.text).toContain(
    '    secrets: |\n      9b1f0c42-77d3-4c1e-a0b5-18f2c6de3390 > PROD_PAYMENTS_STRIPE_KEY\n      1c1f0c42-77d3-4c1e-a0b5-18f2c6de3391 > db_url\n',
  )
})

const textOf = (wanted: string) => snippets(facts).find(({ id }) => id === wanted)?.text ?? ''

it('is YAML with the fields that the operators take', () => {
  const documents = (id: string) =>
    parseAllDocuments(textOf(id)).map((document) => {
      expect([...document.errors, ...document.warnings], id).toEqual([])
      return document.toJS() as { kind: string; spec: Record<string, unknown> }
    })
  const [secret] = documents('operator')
  // The resource's own schema wants these, and drops what it does not know.
  expect(Object.keys(secret?.spec ?? {}).toSorted()).toEqual(
    ['authToken', 'map', 'onlyMappedSecrets', 'organizationId', 'secretName'].toSorted(),
  )
  expect(secret?.spec['map']).toEqual(
    facts.secrets.map(({ id, variable }) => ({ bwSecretId: id, secretKeyName: variable })),
  )
  const [store, external, ...others] = documents('external-secrets')
  expect([store?.kind, external?.kind, others.length]).toEqual(['SecretStore', 'ExternalSecret', 0])
  expect(external?.spec['data']).toEqual(
    facts.secrets.map(({ id, variable }) => ({ secretKey: variable, remoteRef: { key: id } })),
  )
  expect(external?.spec['secretStoreRef']).toMatchObject({ name: 'bitwarden' })
  // The store's own schema: these are required, the others known, and every name has the form of a Kubernetes name.
  const provider = (store?.spec['provider'] ?? {}) as Record<string, Record<string, unknown>>
  const { auth, caProvider, ...texts } = provider['bitwardensecretsmanager'] ?? {}
  expect(auth).toEqual({ secretRef: { credentials: { name: 'bw-auth-token', key: 'token' } } })
  expect(caProvider).toEqual({ type: 'Secret', name: 'bitwarden-tls-certs', key: 'ca.crt' })
  expect(texts).toEqual({
    apiURL: `${facts.origin}/api`,
    identityURL: `${facts.origin}/identity`,
    bitwardenServerSDKURL: expect.stringMatching(/^https:/) as string,
    organizationID: facts.organizationId,
    projectID: facts.projectId,
  })
  // What sm-action v2 takes, read as it reads it: a line each, cut at the ">".
  const [step] = parse(textOf('github')) as { with: Record<string, string> }[]
  expect(Object.keys(step?.with ?? {})).toEqual(['access_token', 'base_url', 'secrets'])
  const pairs = (step?.with['secrets'] ?? '').trim().split('\n')
  expect(pairs.map((pair) => pair.split('>').map((part) => part.trim()))).toEqual(
    facts.secrets.map(({ id, variable }) => [id, variable]),
  )
  for (const { variable } of facts.secrets) expect(variable).toMatch(/^[-._a-zA-Z0-9]+$/)
})

/** A bws that knows one value, with line ends that a shell would cut off, and fails for every other. */
const FAKE_BWS = `bws() { [ "$3" = ${facts.secrets[0]?.id} ] || return 1; printf %s '{"value":"one \\"two\\"\\n\\n"}'; }\n`
const shell = (text: string) => spawnSync('bash', ['-c', `${FAKE_BWS}${text}`], { encoding: 'utf8' })
const hasJq = spawnSync('jq', ['--version']).status === 0

it('is a shell script where it is one', () => {
  const { deploy } = parse(textOf('gitlab')) as { deploy: { script: string[] } }
  for (const text of [textOf('bws'), textOf('curl'), deploy.script.join('\n')])
    expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    })
})

it.skipIf(!hasJq)('keeps every byte that bws gives, and fails where it gives none', () => {
  const { deploy } = parse(textOf('gitlab')) as { deploy: { script: string[] } }
  const reads = (lines: readonly string[], at: number) =>
    lines.filter((line) => line.includes('=')).slice(at, at + 2)
  const bws = textOf('bws').split('\n').slice(2)
  for (const lines of [bws, deploy.script]) {
    const [first, second] = [reads(lines, 0), reads(lines, 2)].map((part) => part.join('\n'))
    expect(shell(`${first}\nprintf %s "$PROD_PAYMENTS_STRIPE_KEY"`).stdout).toBe('one "two"\n\n')
    expect(shell(`set -eo pipefail\n${second}\necho reached`)).toMatchObject({ stdout: '', status: 1 })
  }
})

it('lets no name of a secret out of its variable, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const [named] = envNames([{ id: 'aaaaaaaa', name: `"; rm -rf ~ #${name}\n` }])
      const [before] = snippets({ ...facts, secrets: [{ id: 'x', variable: 'V' }] })
      const [after] = snippets({ ...facts, secrets: [{ id: 'x', variable: named?.variable ?? '' }] })
      expect(after?.text.split('\n').length).toBe(before?.text.split('\n').length)
      expect(after?.text).not.toContain('rm -rf')
    }),
  )
})
