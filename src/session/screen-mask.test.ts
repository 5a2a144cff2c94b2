import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMasked, MASK, MASK_REASON } from '#/lib/mask'
import { covered, createCover } from './screen-mask'

const id = '9b1f0c42-0000-4000-8000-000000000001'

describe('covered', () => {
  it('hides names, notes and values at any depth, with the short id of what they belong to', () => {
    const list = [{ id, name: { ok: true, text: 'PROD_KEY' }, canWrite: true, changed: 5 }]
    expect(covered(list)).toEqual([
      { id, name: { ok: true, text: `${MASK} 9b1f0c42` }, canWrite: true, changed: 5 },
    ])
    expect(covered({ note: 'n', value: 'v', email: 'a@b.c' })).toEqual({
      note: MASK,
      value: MASK,
      email: MASK,
    })
  })

  it('leaves what tells nothing: none, empty, dates, numbers, the make of the server', () => {
    const plain = { name: null, note: '', changed: 3, role: 'owner', server: { name: 'Vault', host: 'h' } }
    expect(covered(plain)).toEqual(plain)
    const date = new Date(0)
    expect(covered({ at: date }).at).toBe(date)
  })

  it('covers a list of columns row by row; spoiled names stay empty, the search index stays', () => {
    const search = { text: 'abc\n', offsets: Uint32Array.of(0, 4), ids: id }
    const columns = {
      count: 2,
      ids: id + id,
      names: 'abc',
      offsets: Uint32Array.of(0, 3, 3),
      projects: [{ id, name: 'Payments' }],
      search,
    }
    const shown = covered(columns)
    expect(shown.names).toBe(`${MASK} 9b1f0c42`)
    expect(Array.from(shown.offsets)).toEqual([0, shown.names.length, shown.names.length])
    expect(shown.projects).toEqual([{ id, name: `${MASK} 9b1f0c42` }])
    expect(shown.search).toBe(search)
  })

  it('lets no name through, whatever surrounds it', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.record({ name: fc.constant('TOPSECRET') }),
        fc.dictionary(fc.constantFrom('a', 'data', 'text', 'names'), tie('node')),
        fc.array(tie('node')),
      ),
    })).node
    fc.assert(fc.property(tree, (value) => !JSON.stringify(covered(value)).includes('TOPSECRET')))
  })
})

describe('the cover', () => {
  it('leaves what a job runs by as it is: it is covered on its way to the eye', () => {
    const cover = createCover()
    cover.isOn = true
    const open = { title: 'Rename 2', labels: ['PROD_KEY'], content: { text: 'a note' } }
    expect(cover.cover(open, 'openJob')).toEqual(open)
    expect(cover.cover(open).content.text).toBe(MASK)
    expect(cover.refusal('overwriteSecret', { secretId: id })).toBeNull()
  })

  it('while on lets calls through that look or carry ids, and no others', () => {
    const cover = createCover()
    expect(cover.refusal('saveSecret', { name: 'x' })).toBeNull()
    cover.isOn = true
    expect(cover.refusal('listSecrets', { organizationId: id })).toBeNull()
    expect(cover.refusal('deleteSecrets', { ids: [id] })).toBeNull()
    for (const name of [
      'readSecret',
      'openVersion',
      'saveSecret',
      'createToken',
      'putDraft',
      'renameProject',
    ])
      expect(cover.refusal(name, null)).toBe(MASK_REASON)
  })

  it('never lets a hidden text be sent, also when the mode is off again', () => {
    const cover = createCover()
    const args = { id, texts: { name: `PROD_${covered({ name: 'x' }).name}` } }
    expect(isMasked(args.texts.name)).toBe(true)
    expect(cover.refusal('saveSecret', args)).toContain('not the true one')
    expect(cover.refusal('saveSecret', { id, texts: { name: '••••' } })).toBeNull()
  })
})
