import { date, encString, id, strictRules } from '#/api/contract/common'
import { z } from '#/lib/zod'

export type JsonSchema = Record<string, unknown>

/** The three texts that stand everywhere have a name in the document. */
const named = z.registry<{ id: string }>()
named.add(id, { id: 'Guid' })
named.add(date, { id: 'UtcDate' })
named.add(encString, { id: 'EncString' })

const REF = '#/components/schemas/'

/** JSON Schema of a part of the contract, with what it refers to by name left out. */
function made(schema: z.core.$ZodType, override: Override, io: 'input' | 'output'): JsonSchema {
  const {
    $schema: _,
    $defs: _defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    metadata: named,
    unrepresentable: 'any',
    override: (place) => {
      tidy(place.jsonSchema)
      override(place)
    },
  }) as JsonSchema
  const text = JSON.stringify(rest).replaceAll('"$ref":"#/$defs/', `"$ref":"${REF}`)
  return JSON.parse(text) as JsonSchema
}

type Override = (place: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) => void

/** Bounds that JavaScript alone has, and two words for one. */
function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  delete schema.id
  const [first, second] = schema.anyOf ?? []
  if (schema.anyOf?.length !== 2 || !first || (second as { type?: string }).type !== 'null') return
  const { type, enum: isEnum } = first as { type?: string; enum?: unknown }
  if (typeof type !== 'string' || isEnum !== undefined) return
  delete schema.anyOf
  Object.assign(schema, first, { type: [type, 'null'] })
}

const optional = (schema: z.core.$ZodType) =>
  (schema as z.core.$ZodTypes)._zod.def.type === 'optional' && !strictRules.get(schema)?.isAlwaysSent

/** An answer at its strictest, as `checkAnswer` reads the contract: every field that is sent, and no other. */
export function answerSchema(schema: z.core.$ZodType): JsonSchema {
  const override: Override = ({ zodSchema, jsonSchema }) => {
    const rule = strictRules.get(zodSchema)
    if (rule?.strictly) replace(jsonSchema, answerSchema(rule.strictly))
    if (rule?.exact !== undefined) Object.assign(jsonSchema, { type: 'string', const: rule.exact })
    if (rule?.pattern) jsonSchema.pattern = rule.pattern.source
    const { def } = zodSchema._zod
    if (def.type !== 'object') return
    const required = Object.entries(def.shape).flatMap(([name, field]) => (optional(field) ? [] : [name]))
    if (required.length > 0) jsonSchema.required = required
  }
  return made(schema, override, 'output')
}

function replace(schema: object, other: object): void {
  for (const name of Object.keys(schema)) Reflect.deleteProperty(schema, name)
  Object.assign(schema, other)
}

/** What is taken: unknown fields are passed over. Ids come in any letters. */
export const inputSchema = (schema: z.core.$ZodType): JsonSchema => made(schema, () => {}, 'input')

/** The schemas that have a name. */
export const namedSchemas: Record<string, JsonSchema> = {
  Guid: { ...bare(id), description: 'Lower-case letters, with dashes.' },
  UtcDate: { ...bare(date), description: 'UTC, up to seven digits of a second, no zeros at the end.' },
  EncString: {
    type: 'string',
    pattern: strictRules.get(encString)?.pattern?.source ?? '',
    description: 'Ciphertext, sealed by a client: <type>.<part>|<part>… The server cannot open it.',
  },
}

function bare(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema) as JsonSchema
  return rest
}
