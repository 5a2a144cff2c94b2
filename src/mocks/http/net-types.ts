import { JsonError, JsonReader } from './json-reader'
import type { TokenKind } from './json-reader'
import { stampOfText } from '#/mocks/store/stamp'

/** A .NET type of a request body, as far as its JSON converter can be told from outside. */
export type NetType =
  | { kind: 'string'; takesNumbers?: true }
  | { kind: 'guid' | 'boolean' | 'integer' | 'date'; isNullable?: true }
  | { kind: 'enum'; name: string; isNullable?: true }
  | { kind: 'list'; name: string; of: NetType }
  /** An object of whatever the client put in. */
  | { kind: 'json'; name: string }
  | ModelType

/** One check of a property: the text of its complaint, or null. `name` is the .NET name. */
export type Check = (value: unknown, name: string) => string | null

export interface Property {
  type: NetType
  /** The C# keyword `required`: a missing member is a parse error. */
  isJsonRequired?: true
  checks?: readonly Check[]
}

export interface ModelType {
  kind: 'model'
  name: string
  /** By their names on the wire. */
  properties: Readonly<Record<string, Property>>
  /** `Validate`: runs only when no property complained. */
  validate?: (value: Record<string, unknown>, nowMs: number) => Record<string, string[]> | null
}

export const zeroGuid = '00000000-0000-0000-0000-000000000000'

/** Why a body could not be read: the key of the complaint, and its text. */
export class BodyError extends Error {
  readonly key: string

  constructor(key: string, message: string) {
    super(message)
    this.key = key
  }
}

const plainNames = {
  guid: 'System.Guid',
  boolean: 'System.Boolean',
  integer: 'System.Int32',
  date: 'System.DateTime',
}

function netName(type: NetType): string {
  if (type.kind === 'string') return 'System.String'
  if (type.kind === 'list' || type.kind === 'model' || type.kind === 'json') return type.name
  const name = type.kind === 'enum' ? type.name : plainNames[type.kind]
  return type.isNullable ? `System.Nullable\`1[${name}]` : name
}

function isNullAllowed(type: NetType): boolean {
  if (type.kind === 'string' || type.kind === 'list' || type.kind === 'model' || type.kind === 'json')
    return true
  return type.isNullable === true
}

/** What a property holds that was not sent. */
function defaultValue(type: NetType): unknown {
  if (isNullAllowed(type)) return null
  if (type.kind === 'guid') return zeroGuid
  return type.kind === 'boolean' ? false : type.kind === 'date' ? '0001-01-01T00:00:00' : 0
}

const guidText = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const dateText = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,16})?)?(Z|[+-]\d{2}:\d{2})?)?$/
const int32 = (text: string) => /^-?\d+$/.test(text) && Math.abs(Number(text)) < 2 ** 31

/** A date in the form that the server's JSON reader takes. */
const isJsonDate = (text: string) => dateText.test(text) && stampOfText(text) !== undefined

const expectedKind: Record<NetType['kind'], readonly TokenKind[]> = {
  string: ['string'],
  guid: ['string'],
  date: ['string'],
  boolean: ['true', 'false'],
  integer: ['number', 'string'],
  enum: ['number'],
  list: ['array'],
  model: ['object'],
  json: ['object'],
}

/** Reads a body into the type; throws `BodyError` in the words of System.Text.Json. */
export function readBody(bytes: Uint8Array, type: NetType): unknown {
  return new Conversion(new JsonReader(bytes)).run(type)
}

class Conversion {
  private readonly reader: JsonReader
  private readonly path: string[] = ['$']

  constructor(reader: JsonReader) {
    this.reader = reader
  }

  run(type: NetType): unknown {
    try {
      if (this.reader.isAtEnd()) {
        throw this.reader.error(
          'The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true.',
        )
      }
      const value = this.convert(type)
      this.reader.readEnd()
      return value
    } catch (error) {
      if (!(error instanceof JsonError)) throw error
      const key = this.path.join('')
      const place = ` Path: ${key} | LineNumber: ${error.line} | BytePositionInLine: ${error.byteInLine}.`
      throw new BodyError(key, error.hasPosition ? error.message + place : error.message)
    }
  }

  private convert(type: NetType): unknown {
    const kind = this.reader.peekKind()
    if (kind === 'null') {
      this.reader.readLiteral('null')
      if (isNullAllowed(type)) return null
      throw this.mismatch(type)
    }
    const isLoose = type.kind === 'string' && type.takesNumbers && kind === 'number'
    if (!isLoose && !expectedKind[type.kind].includes(kind)) {
      if (kind === 'object' || kind === 'array') this.reader.readOpening()
      else this.reader.skipValue()
      throw this.mismatch(type)
    }
    if (type.kind === 'model') return this.readModel(type)
    if (type.kind === 'list') return this.readList(type.of)
    if (type.kind === 'json') return this.readAny()
    if (type.kind === 'boolean') {
      this.reader.readLiteral(kind === 'true' ? 'true' : 'false')
      return kind === 'true'
    }
    return this.scalar(type, kind === 'number' ? this.reader.readNumber() : this.reader.readString())
  }

  private scalar(type: NetType, text: string): unknown {
    if (type.kind === 'guid' && guidText.test(text)) return text.toLowerCase()
    if (type.kind === 'date' && isJsonDate(text)) return text
    if ((type.kind === 'integer' || type.kind === 'enum') && int32(text)) return Number(text)
    if (type.kind === 'string') return text
    throw this.mismatch(type)
  }

  private readAny(): unknown {
    const kind = this.reader.peekKind()
    if (kind === 'string') return this.reader.readString()
    if (kind === 'number') return Number(this.reader.readNumber())
    if (kind === 'array') {
      const items: unknown[] = []
      this.reader.readArray(() => items.push(this.readAny()))
      return items
    }
    if (kind === 'object') {
      const value: Record<string, unknown> = {}
      this.reader.readObject((name) => {
        value[name] = this.readAny()
      })
      return value
    }
    this.reader.readLiteral(kind)
    return kind === 'null' ? null : kind === 'true'
  }

  private readList(of: NetType): unknown[] {
    const values: unknown[] = []
    const depth = this.path.push('[0]') - 1
    this.reader.readArray(() => {
      values.push(this.convert(of))
      this.path[depth] = `[${values.length}]`
    })
    this.path.pop()
    // A null among models was recorded in Secrets Manager alone, which breaks on it. Elsewhere it counts as left out.
    const isKept = of.kind !== 'model' || of.name.includes('.SecretsManager.')
    return isKept ? values : values.filter((value) => value !== null)
  }

  private readModel(type: ModelType): Record<string, unknown> {
    const value: Record<string, unknown> = {}
    const names = new Map(Object.keys(type.properties).map((name) => [name.toLowerCase(), name]))
    this.reader.readObject((sent) => {
      this.path.push(/^[\w$-]+$/.test(sent) ? `.${sent}` : `['${sent}']`)
      const name = names.get(sent.toLowerCase())
      const property = name === undefined ? undefined : type.properties[name]
      if (name !== undefined && property) value[name] = this.convert(property.type)
      else this.reader.skipValue()
      this.path.pop()
    })
    this.fillIn(type, value)
    return value
  }

  private fillIn(type: ModelType, value: Record<string, unknown>): void {
    const missing = Object.keys(type.properties).filter((name) => !(name in value))
    const required = missing.filter((name) => type.properties[name]?.isJsonRequired)
    if (required.length > 0) {
      const list = required.map((name) => `'${name}'`).join(', ')
      throw this.reader.error(
        `JSON deserialization for type '${type.name}' was missing required properties including: ${list}.`,
        false,
      )
    }
    for (const name of missing) {
      const property = type.properties[name]
      if (property) value[name] = defaultValue(property.type)
    }
  }

  private mismatch(type: NetType): JsonError {
    return this.reader.error(`The JSON value could not be converted to ${netName(type)}.`)
  }
}
