import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contract } from '#/api/contract'
import { descriptions } from './descriptions'
import { publicDocument } from './document'

const isPublic = (path: string) => path.startsWith('/api/public/')

test('every endpoint of the Public API stands in the document, in words of its own', () => {
  const { paths } = publicDocument()
  const endpoints = Object.entries(contract).filter(([, { path }]) => isPublic(path))
  for (const [name, { path, method }] of endpoints) {
    expect(paths[path.slice('/api'.length)], name).toHaveProperty(method.toLowerCase())
    expect(descriptions, name).toHaveProperty(name)
  }
  expect(Object.keys(descriptions)).toHaveLength(endpoints.length)
})

test('paths and verbs are those of the real server’s document', () => {
  const recorded = new URL('../../../e2e/recorded/public-paths.json', import.meta.url)
  const real = JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, string[]>
  const ours = Object.fromEntries(
    Object.entries(publicDocument().paths).map(([path, verbs]) => [path, Object.keys(verbs).toSorted()]),
  )
  expect(ours).toEqual(real)
})

test('it is plain JSON and refers to nothing that is not there', () => {
  const text = JSON.stringify(publicDocument())
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref)
  expect(new Set(refs)).toEqual(new Set(['#/components/schemas/Error']))
  expect(text).toContain('"enum":["member"]')
})
