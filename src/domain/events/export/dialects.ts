import { BYTE_ORDER_MARK, csvField } from '#/lib/csv'

export type RowFormat = 'csv' | 'json' | 'jsonl'

/** One field of a row; null where it is empty. */
export type Field = readonly [name: string, value: string | number | null]

/** How rows are written in one format. Pieces are kept and used again, as most rows share most of theirs. */
export interface Dialect {
  begin: (fields: readonly string[]) => string
  /** The two that differ in every row; nothing in them needs a quote. */
  when: (date: string, localTime: string) => string
  piece: (fields: readonly Field[]) => string
  line: (pieces: readonly string[]) => string
  /** Stands between two lines, and after the last. */
  between: string
  end: string
}

const csv: Dialect = {
  begin: (fields) => `${BYTE_ORDER_MARK}${fields.map(csvField).join(',')}\r\n`,
  when: (date, localTime) => `${date},${localTime}`,
  piece: (fields) => fields.map(([, value]) => (value === null ? '' : csvField(String(value)))).join(','),
  line: (pieces) => pieces.join(','),
  between: '\r\n',
  end: '\r\n',
}

const jsonPiece = (fields: readonly Field[]) =>
  fields
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(',')

const jsonLine = (pieces: readonly string[]) => `{${pieces.filter((piece) => piece !== '').join(',')}}`

const jsonl: Dialect = {
  begin: () => '',
  when: (date, localTime) => `"date":"${date}","localTime":"${localTime}"`,
  piece: jsonPiece,
  line: jsonLine,
  between: '\n',
  end: '\n',
}
const json: Dialect = { ...jsonl, begin: () => '[\n', between: ',\n', end: '\n]\n' }

export const DIALECTS: Readonly<Record<RowFormat, Dialect>> = { csv, json, jsonl }
