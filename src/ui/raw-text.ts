/*
  A textarea turns CR and CRLF into LF, in what it is given and in what is pasted, without a word. To keep every
  byte, a CR is shown as its picture (␍) while it is edited, and turned back on the way out.
*/
const picture = '\u240D'
// Where the text itself holds that picture, a private character stands for CR instead.
const second = '\u{F000D}'

/** Which character stands for CR while this text is edited. Choose once per editing, from the text it begins with. */
export function standInFor(text: string): string {
  return text.includes(picture) ? second : picture
}

export function toTextarea(text: string, standIn: string): string {
  return text.replaceAll('\r', standIn)
}

export function fromTextarea(text: string, standIn: string): string {
  return text.replaceAll(standIn, '\r')
}
