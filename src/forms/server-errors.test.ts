import { expect, it } from 'vitest'
import { errorsByField } from './server-errors'

const names = { Key: 'name', Value: 'value', ProjectIds: 'project' } as const

it('gives each complaint to its field, whatever the spelling of the path', () => {
  expect(
    errorsByField(
      { Key: ['Too long.'], '$.value': ['Not a string.'], 'Secrets[0].ProjectIds[0]': ['Only one.'] },
      names,
    ),
  ).toEqual({ fields: { name: 'Too long.', value: 'Not a string.', project: 'Only one.' }, rest: [] })
})

it('joins complaints about one field and keeps those that belong to none', () => {
  expect(
    errorsByField({ Key: ['One.', 'Two.'], '$.key': ['Three.'], '': ['A body is required.'] }, names),
  ).toEqual({
    fields: { name: 'One. Two. Three.' },
    rest: ['A body is required.'],
  })
})
