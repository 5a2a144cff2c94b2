import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from './check'
import { contract } from './index'

const id = '10000000-0000-4000-8000-000000000001'
const date = '2026-08-20T10:00:00.1234567Z'
const ciphertext = '2.AAAAAAAAAAAAAAAAAAAAAA==|AAAA|AAAA'
const project = {
  id,
  organizationId: id,
  name: ciphertext,
  creationDate: date,
  revisionDate: date,
  read: true,
  write: true,
  object: 'project',
}
const list = (...data: unknown[]) => ({ data, continuationToken: null, object: 'list' })

describe('checkAnswer', () => {
  it('finds nothing in a true answer', () => {
    expect(checkAnswer('projectList', list(project, project))).toEqual([])
    expect(checkAnswer('accountsRevisionDate', 1_787_000_000_000)).toEqual([])
    expect(checkAnswer('apiAlive', date)).toEqual([])
    expect(checkAnswer('trashEmpty', undefined)).toEqual([])
  })

  it.each([
    ['extra field', { ...project, note: 1 }, 'note is not in the contract'],
    ['missing field', { ...project, write: undefined }, 'write is missing'],
    ['wrong type', { ...project, read: 'true' }, 'read is of the wrong type'],
    ['null', { ...project, name: null }, 'name is of the wrong type'],
    ['id in capitals', { ...project, id: id.replace('8', 'A') }, 'id is of the wrong type'],
    [
      'date without zone',
      { ...project, creationDate: '2026-08-20T10:00:00' },
      'creationDate is of the wrong type',
    ],
    ['EncString', { ...project, name: 'plain' }, 'name is not of the form of an EncString'],
    ['tag', { ...project, object: 'Project' }, 'object is not "project"'],
  ])('finds a wrong %s', (_, wrong, problem) => {
    expect(checkAnswer('projectList', list(project, wrong))).toEqual([`projectList: data[1].${problem}`])
  })

  it('finds what is missing altogether', () => {
    const { write: _, ...rest } = project
    expect(checkAnswer('projectGet', rest)).toEqual(['projectGet: write is missing'])
    expect(checkAnswer('projectGet', undefined)).toEqual(['projectGet: answer is not an object'])
    expect(checkAnswer('projectList', { ...list(), data: {} })).toEqual(['projectList: data is not an array'])
    expect(checkAnswer('trashEmpty', {})).toHaveLength(1)
  })

  it('demands what the client only hopes for', () => {
    const config = { version: '2026.8.0', environment: {}, object: 'config' }
    expect(contract.configGet.response.safeParse(config).success).toBe(true)
    expect(checkAnswer('configGet', config)).toContain('configGet: environment.vault is missing')
    expect(checkAnswer('configGet', config)).not.toContain(
      'configGet: environment.fillAssistRules is missing',
    )
  })

  it('knows fields that only newer servers send', () => {
    const version = {
      id,
      secretId: id,
      value: ciphertext,
      versionDate: date,
      editorServiceAccountId: null,
      editorOrganizationUserId: id,
      object: 'secretVersion',
    }
    expect(checkAnswer('secretVersionGet', version)).toEqual([])
    const later = { ...version, editorOrganizationUserName: 'Ada', editorServiceAccountName: null }
    expect(checkAnswer('secretVersionGet', later)).toEqual([])
  })

  it('wants the token endpoint in the server’s own casing', () => {
    const token = { access_token: 'a', expires_in: 3600, token_type: 'Bearer', scope: 'api' }
    expect(checkAnswer('tokenCreate', { ...token, Key: ciphertext })).toEqual([])
    expect(checkAnswer('tokenCreate', { ...token, key: ciphertext })).toEqual([
      'tokenCreate: key is not in the contract',
    ])
  })

  it('lets pass what the contract leaves open', () => {
    const UserDecryptionOptions = {
      HasMasterPassword: false,
      TrustedDeviceOption: { HasAdminApproval: true },
      Object: 'userDecryptionOptions',
    }
    const token = {
      access_token: 'a',
      expires_in: 3600,
      token_type: 'Bearer',
      scope: 'api',
      UserDecryptionOptions,
    }
    expect(checkAnswer('tokenCreate', token)).toEqual([])
  })

  it('never quotes a value', () => {
    fc.assert(
      fc.property(fc.object(), fc.string({ minLength: 8 }), (extra, text) => {
        const told = checkAnswer('secretGet', {
          ...project,
          value: `hunter2${text}`,
          read: `hunter2${text}`,
          ...extra,
        })
        expect(told.join()).not.toContain('hunter2')
      }),
      { seed: 7, numRuns: 30 },
    )
  })
})

describe('the form of an EncString', () => {
  const parts: Record<number, number> = { 0: 2, 1: 3, 2: 3, 3: 1, 4: 1, 5: 2, 6: 2, 7: 1 }
  const base64 = fc
    .uint8Array({ minLength: 1, maxLength: 40 })
    .map((bytes) => Buffer.from(bytes).toString('base64'))
  const enc = fc
    .integer({ min: 0, max: 7 })
    .chain((type) =>
      fc
        .array(base64, { minLength: parts[type] ?? 0, maxLength: parts[type] ?? 0 })
        .map((pieces) => ({ type, pieces })),
    )
  const isForm = (text: string) => checkAnswer('projectGet', { ...project, name: text }).length === 0

  it('is every type with its number of base64 parts', () => {
    fc.assert(
      fc.property(enc, ({ type, pieces }) => isForm(`${type}.${pieces.join('|')}`)),
      { seed: 3 },
    )
  })

  it('is nothing else', () => {
    fc.assert(
      fc.property(enc, base64, ({ type, pieces }, more) => {
        const [first = '', ...rest] = pieces
        expect(isForm(`${type}.${[...pieces, more].join('|')}`)).toBe(false)
        expect(isForm(`${type}.${rest.join('|')}`)).toBe(false)
        expect(isForm(`8.${pieces.join('|')}`)).toBe(false)
        expect(isForm(pieces.join('|'))).toBe(false)
        expect(isForm(`${type}.${[first.slice(1), ...rest].join('|')}`)).toBe(false)
        expect(isForm(`${type}.${['', ...rest].join('|')}`)).toBe(false)
        expect(isForm(`${type}.${pieces.join('|')}\n`)).toBe(false)
      }),
      { seed: 5 },
    )
  })
})
