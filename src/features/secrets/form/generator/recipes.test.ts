import { expect, it } from 'vitest'
import { BUILT_IN, recipeOf } from './recipes'

it('reads back what it keeps', () => {
  for (const { recipe } of BUILT_IN) expect(recipeOf(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe)
})

it('drops what it does not know', () => {
  for (const odd of [
    null,
    'x',
    {},
    { kind: 'hex', bytes: 3 },
    { kind: 'characters', length: 20, sets: ['x'] },
  ])
    expect(recipeOf(odd)).toBeNull()
})
