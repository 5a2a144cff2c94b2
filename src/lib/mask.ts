const DOT = '•\u2060'

/** What stands for a name or a text while names are hidden. The joiner between the dots tells it from what people type. */
export const MASK = DOT.repeat(8)

export const MASK_REASON =
  'Screen-share mode is on: names and values are hidden, so none is read, copied or written here. Switch it off first (Ctrl .).'

/** Whether a text is, or was made from, what stands for a hidden one: it must never be saved or copied. */
export const isMasked = (text: string): boolean => text.includes(DOT)
