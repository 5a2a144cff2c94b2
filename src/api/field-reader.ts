import type { EndpointName } from './contract'
import { ContractError } from './error'

/**
 * Reads an object whose names come in PascalCase from one server and in camelCase from another. Null and absent
 * are the same; a value of the wrong type throws `ContractError` with its path.
 */
export class FieldReader {
  readonly #endpoint: EndpointName
  readonly #path: readonly string[]
  readonly #values: ReadonlyMap<string, unknown>

  constructor(endpoint: EndpointName, value: unknown, path: readonly string[] = []) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ContractError(endpoint, path)
    this.#endpoint = endpoint
    this.#path = path
    this.#values = new Map(Object.entries(value).map(([name, content]) => [name.toLowerCase(), content]))
  }

  text(name: string): string | null {
    return this.#get(name, isText)
  }

  whole(name: string): number | null {
    return this.#get(name, isWhole)
  }

  flag(name: string): boolean | null {
    return this.#get(name, isFlag)
  }

  object(name: string): FieldReader | null {
    const value = this.raw(name)
    return value === undefined || value === null
      ? null
      : new FieldReader(this.#endpoint, value, [...this.#path, name])
  }

  /** The error to throw where a field that must be there is not. */
  missing(name: string): ContractError {
    return new ContractError(this.#endpoint, [...this.#path, name])
  }

  raw(name: string): unknown {
    return this.#values.get(name.toLowerCase())
  }

  names(): string[] {
    return [...this.#values.keys()]
  }

  #get<T>(name: string, is: (value: unknown) => value is T): T | null {
    const value = this.raw(name)
    if (value === undefined || value === null) return null
    if (!is(value)) throw this.missing(name)
    return value
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
