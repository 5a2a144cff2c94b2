const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const SLASH = 0x2f
const BACKSLASH = 0x5c
const END = -1

/** What ASP.NET Core allows. */
const MAX_DEPTH = 32
const AFTER_VALUE = "is invalid after a value. Expected either ',', '}', or ']'."
const NO_PROPERTY_NAME = "is an invalid start of a property name. Expected a '\"'."

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const isHex = (byte: number) =>
  isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)

/** A body that is no JSON, or not of the type wanted; where, as .NET counts it. */
export class JsonError extends Error {
  readonly line: number
  readonly byteInLine: number
  /** False for the texts that carry no path and position of their own. */
  readonly hasPosition: boolean

  constructor(message: string, line: number, byteInLine: number, hasPosition = true) {
    super(message)
    this.line = line
    this.byteInLine = byteInLine
    this.hasPosition = hasPosition
  }
}

export type TokenKind = 'object' | 'array' | 'string' | 'number' | 'true' | 'false' | 'null'

const utf8 = new TextDecoder('utf-8')

/**
 * Reads JSON from the front, value by value, and fails with the words and byte positions of the
 * System.Text.Json reader, since those stand in the server's answers.
 */
export class JsonReader {
  private readonly bytes: Uint8Array
  private at = 0
  private line = 0
  private lineStart = 0
  /** Objects and arrays that are open. */
  private open = 0
  private isAfterComma = false

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** An error at the reader's place: after the last token, or at the byte that cannot stand there. */
  error(message: string, hasPosition = true): JsonError {
    return new JsonError(message, this.line, this.at - this.lineStart, hasPosition)
  }

  /** Kind of the value that comes next; consumes nothing of it. */
  peekKind(): TokenKind {
    const byte = this.peek()
    if (byte === END) throw this.endOfData()
    if (byte === OPEN_BRACE) return 'object'
    if (byte === OPEN_BRACKET) return 'array'
    if (byte === QUOTE) return 'string'
    if (byte === 0x2d || isDigit(byte)) return 'number'
    if (byte === 0x74) return 'true'
    if (byte === 0x66) return 'false'
    if (byte === 0x6e) return 'null'
    // Whatever was expected: inside an object or array the reader takes a slash for something after a value.
    const isAfterValue = byte === SLASH && this.open > 0 && !this.isAfterComma
    throw this.wrong(isAfterValue ? AFTER_VALUE : 'is an invalid start of a value.')
  }

  /** Calls `member` with each property name, standing before its value. */
  readObject(member: (name: string) => void): void {
    this.enter('object')
    for (let first = true; !this.endsOrContinues(CLOSE_BRACE, first); first = false) {
      const start = this.peek()
      const isAfterValue = start === SLASH && first
      if (start !== QUOTE) throw this.wrong(isAfterValue ? AFTER_VALUE : NO_PROPERTY_NAME)
      const name = this.readString()
      const byte = this.peek()
      if (byte === END) throw this.error('Expected a value, but instead reached end of data.')
      if (byte !== COLON) throw this.wrong("is invalid after a property name. Expected a ':'.")
      this.at++
      this.isAfterComma = false
      member(name)
    }
    this.open--
  }

  /** Calls `element` before each value. */
  readArray(element: () => void): void {
    this.enter('array')
    for (let first = true; !this.endsOrContinues(CLOSE_BRACKET, first); first = false) element()
    this.open--
  }

  /** Consumes `{` or `[` alone: a wrong kind of value is told right after it. */
  readOpening(): void {
    this.at++
  }

  readLiteral(kind: 'true' | 'false' | 'null'): void {
    const wrong = Array.from(kind).findIndex(
      (char, index) => this.bytes[this.at + index] !== char.charCodeAt(0),
    )
    if (wrong < 0) {
      this.at += kind.length
      return
    }
    // The complaint quotes all that is left of the body.
    const rest = utf8.decode(this.bytes.subarray(this.at))
    this.at += wrong
    throw this.error(`'${rest}' is an invalid JSON literal. Expected the literal '${kind}'.`)
  }

  /** The text of a number, as it stands. */
  readNumber(): string {
    const start = this.at
    if (this.bytes[this.at] === 0x2d) {
      this.at++
      this.needDigit("is invalid within a number, immediately after a sign character ('+' or '-').")
    }
    if (this.bytes[this.at] === 0x30) {
      this.at++
      if (isDigit(this.byte())) throw this.error(`Invalid leading zero before '${this.shown()}'.`)
    } else this.skipDigits()
    if (this.byte() === 0x2e) {
      this.at++
      this.needDigit("is invalid within a number, immediately after a decimal point ('.').")
      this.skipDigits()
    }
    if (this.byte() === 0x45 || this.byte() === 0x65) {
      this.at++
      if (this.byte() === 0x2b || this.byte() === 0x2d) this.at++
      this.needDigit("is invalid within a number, immediately after a sign character ('+' or '-').")
      this.skipDigits()
    }
    this.needDelimiter()
    return utf8.decode(this.bytes.subarray(start, this.at))
  }

  readString(): string {
    const start = ++this.at
    let isEscaped = false
    for (;;) {
      const byte = this.byte()
      if (byte === END) throw this.error('Expected end of string, but instead reached end of data.')
      if (byte === QUOTE) break
      if (byte < 0x20)
        throw this.wrong('is invalid within a JSON string. The string should be correctly escaped.')
      if (byte === BACKSLASH) {
        isEscaped = true
        this.skipEscape()
      } else this.at++
    }
    const text = utf8.decode(this.bytes.subarray(start, this.at++))
    return isEscaped ? String(JSON.parse(`"${text}"`)) : text
  }

  /** Passes over one value, whatever it is. */
  skipValue(): void {
    const kind = this.peekKind()
    if (kind === 'object') this.readObject(() => this.skipValue())
    else if (kind === 'array') this.readArray(() => this.skipValue())
    else if (kind === 'string') this.readString()
    else if (kind === 'number') this.readNumber()
    else this.readLiteral(kind)
  }

  /** Only white space may follow. */
  readEnd(): void {
    if (this.peek() !== END) throw this.wrong('is invalid after a single JSON value. Expected end of data.')
  }

  /** Whether nothing but white space is left. */
  isAtEnd(): boolean {
    return this.peek() === END
  }

  private enter(kind: 'object' | 'array'): void {
    if (this.open >= MAX_DEPTH) {
      throw this.error(
        `The maximum configured depth of ${MAX_DEPTH} has been exceeded. Cannot read next JSON ${kind}.`,
      )
    }
    this.open++
    this.at++
    this.isAfterComma = false
  }

  private endsOrContinues(close: number, first: boolean): boolean {
    const byte = this.peek()
    if (byte === END) throw this.endOfData()
    if (byte === close) {
      this.at++
      return true
    }
    if (first) return false
    if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET)
      throw this.wrong('is invalid without a matching open.')
    if (byte !== COMMA) throw this.wrong(AFTER_VALUE)
    this.passComma(close)
    return false
  }

  private passComma(close: number): void {
    const isLast = this.at + 1 === this.bytes.length
    // At the very end of the body the comma itself is pointed at.
    if (!isLast) this.at++
    const next = isLast ? END : this.peek()
    if (next === END) {
      throw this.error('Expected start of a property name or value, but instead reached end of data.')
    }
    if (next === close) {
      const kind = close === CLOSE_BRACE ? 'object' : 'array'
      throw this.error(
        `The JSON ${kind} contains a trailing comma at the end which is not supported in this mode. Change the reader options.`,
      )
    }
    this.isAfterComma = true
  }

  private skipEscape(): void {
    this.at++
    const byte = this.byte()
    if (byte === END) throw this.error('Expected end of string, but instead reached end of data.')
    if (byte === 0x75) {
      for (let index = 0; index < 4; index++) {
        this.at++
        if (!isHex(this.byte())) {
          throw this.wrong(
            "is not a hex digit following '\\u' within a JSON string. The string should be correctly escaped.",
          )
        }
      }
    } else if (!'"\\/bfnrt'.includes(String.fromCharCode(byte))) {
      throw this.wrong(
        'is an invalid escapable character within a JSON string. The string should be correctly escaped.',
      )
    }
    this.at++
  }

  private skipDigits(): void {
    while (isDigit(this.byte())) this.at++
  }

  private needDigit(what: string): void {
    if (this.byte() === END) throw this.error("Expected a digit ('0'-'9'), but instead reached end of data.")
    if (!isDigit(this.byte())) throw this.wrong(`${what} Expected a digit ('0'-'9').`)
  }

  private needDelimiter(): void {
    const byte = this.byte()
    if (byte === END && this.open === 0) return
    if (byte === END)
      throw this.error(`'${this.shown(this.at - 1)}' is an invalid end of a number. Expected a delimiter.`)
    if (isSpace(byte) || byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET || byte === SLASH)
      return
    throw this.wrong('is an invalid end of a number. Expected a delimiter.')
  }

  private endOfData(): JsonError {
    return this.error(
      'Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.',
    )
  }

  private wrong(what: string): JsonError {
    return this.error(`'${this.shown()}' ${what}`)
  }

  /** A byte as messages name it: printable ASCII as it is, all else in hexadecimal. */
  private shown(at = this.at): string {
    const byte = this.bytes[at] ?? 0
    return byte >= 0x20 && byte < 0x7f
      ? String.fromCharCode(byte)
      : `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }

  private byte(): number {
    return this.bytes[this.at] ?? END
  }

  private peek(): number {
    while (this.at < this.bytes.length && isSpace(this.bytes[this.at] ?? 0)) {
      if (this.bytes[this.at] === 0x0a) {
        this.line++
        this.lineStart = this.at + 1
      }
      this.at++
    }
    return this.byte()
  }
}
