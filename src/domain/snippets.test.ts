import fc from 'fast-check'
import { expect, it } from 'vitest'
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
