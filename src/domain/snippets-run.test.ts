import { execFile, spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { toRequest, writeResponse } from '#/mocks/host/node-http'
import keys from '#/mocks/seed/keys.json'
import { idFor } from '#/mocks/seed/random'
import { MockServer } from '#/mocks/server'
import { snippets } from './snippets'

const run = promisify(execFile)
const works = (tool: string, args: string[]) => spawnSync(tool, args).status === 0
const hasTools =
  works('curl', ['--version']) && works('jq', ['--version']) && works('openssl', ['kdf', '-help'])

// What somebody does with it: paste it whole into bash. Where a tool is missing there is nothing to try.
it.skipIf(!hasTools)(
  'the curl snippet reads and opens a secret, and refuses what was tampered with',
  async () => {
    const mock = new MockServer({ seed: { seed: 'demo' }, log: () => {} })
    const server = createServer((incoming, outgoing) => {
      void toRequest(incoming)
        .then((request) => mock.fetch(request))
        .then((response) => writeResponse(response, outgoing))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const secret = { id: idFor('secret/DEV_SANDBOX_DB_URL'), variable: 'DB_URL' }
      const text = snippets({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        organizationId: idFor('organization/harbourline'),
        projectId: null,
        secrets: [secret],
      }).find(({ id }) => id === 'curl')?.text
      const env = { ...process.env, BWS_ACCESS_TOKEN: keys.tokens['loadtest/load generator'].token }
      const bash = () => run('bash', ['-c', `${text}printf %s "$DB_URL"`], { env })
      expect((await bash()).stdout).toMatch(/^postgres:\/\/sandbox_rw:\S+sslmode=verify-full$/)

      const { db } = await mock.databases.get('default')
      const row = db.secrets.get(secret.id)
      const other = db.secrets.get(idFor('secret/PROD_PAYMENTS_STRIPE_KEY'))
      if (!row || !other) throw new Error('The seed has no such secrets.')
      const [head, body] = row.value.split('|')
      db.secrets.put({ ...row, value: [head, body, other.value.split('|')[2]].join('|') })
      await expect(bash()).rejects.toThrow('not made with this key')
    } finally {
      server.close()
    }
  },
  30_000,
)
