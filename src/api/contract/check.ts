import type { z } from '#/lib/zod'
import { strictRules } from './common'
import type { StrictRule } from './common'
import { contract } from './index'
import type { Endpoint, EndpointName } from './index'

/**
 * What is wrong with a successful answer, measured against the contract at its strictest: extra and missing
 * fields, wrong types, EncStrings, ids, dates and `object` tags of the wrong form. Each line names a path, never a
 * value. `body` is the parsed JSON, `undefined` for an empty body. For the mock and tests: the client is lenient.
 */
export function checkAnswer(name: EndpointName, body: unknown): string[] {
  const endpoint: Endpoint = contract[name]
  const problems: string[] = []
  if (endpoint.response === null) {
    if (body !== undefined) problems.push('has a body where an empty one is due')
  } else {
    check(endpoint.response, body, '', problems)
  }
  return problems.map((problem) => `${name}: ${problem}`)
}

type Schema = z.core.SomeType
type Def = z.core.$ZodTypes['_zod']['def']

const defOf = (schema: Schema): Def => (schema as z.ZodMiniType).def as Def

function check(schema: Schema, value: unknown, path: string, problems: string[]): void {
  const rule = strictRules.get(schema)
  if (rule?.strictly) return check(rule.strictly, value, path, problems)
  const def = defOf(schema)
  if (def.type === 'optional') return check(def.innerType, value, path, problems)
  if (def.type === 'nullable') return value === null ? undefined : check(def.innerType, value, path, problems)
  if (def.type === 'object') return checkObject(def, value, path, problems)
  if (def.type === 'array') return checkArray(def, value, path, problems)
  if (!(schema as z.ZodMiniType).safeParse(value).success)
    problems.push(`${path || 'answer'} is of the wrong type`)
  else if (typeof value === 'string' && rule) checkText(rule, value, path, problems)
}

function checkArray(def: z.core.$ZodArrayDef, value: unknown, path: string, problems: string[]): void {
  if (Array.isArray(value)) value.forEach((item, i) => check(def.element, item, `${path}[${i}]`, problems))
  else problems.push(`${path || 'answer'} is not an array`)
}

function checkObject(def: z.core.$ZodObjectDef, value: unknown, path: string, problems: string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${path || 'answer'} is not an object`)
    return
  }
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  const fields = new Map<string, unknown>(
    // JSON drops what is undefined.
    Object.entries(value).filter(([, content]) => content !== undefined),
  )
  for (const [name, schema] of Object.entries(def.shape)) {
    if (fields.has(name)) check(schema, fields.get(name), at(name), problems)
    else if (!mayLack(schema)) problems.push(`${at(name)} is missing`)
  }
  // A loose object has a catch-all; the others list all that the server sends.
  if (def.catchall) return
  for (const name of fields.keys()) {
    if (!(name in def.shape)) problems.push(`${at(name)} is not in the contract`)
  }
}

const mayLack = (schema: Schema): boolean =>
  defOf(schema).type === 'optional' && !strictRules.get(schema)?.isAlwaysSent

function checkText({ exact, pattern }: StrictRule, value: string, path: string, problems: string[]): void {
  if (exact !== undefined && value !== exact) problems.push(`${path} is not "${exact}"`)
  if (pattern && !pattern.test(value)) problems.push(`${path} is not of the form of an EncString`)
}
