/** One of the programs that can stand before the console, with the lines that it lacks. */
export interface ProxyLines {
  /** Around the missing lines, to tell where they belong. */
  before: readonly string[]
  missing: readonly string[]
  after: readonly string[]
}

export type ProxyName = 'nginx' | 'caddy' | 'local'
export type Lines = Partial<Record<ProxyName, ProxyLines>>

/** `warn`: sign-in works all the same. */
export type Tone = 'pass' | 'warn' | 'fail'

export interface Finding {
  tone: Tone
  title: string
  text: string
  /** What to do besides the lines, or in their place. */
  advice?: string
  lines?: Lines
  /** What was asked and what came back: label and value; never an address, a cookie or a token. */
  facts: readonly (readonly [label: string, value: string])[]
  /** Milliseconds. */
  took: number
  /** What the answer said of its sender. */
  saidBy?: string
}
