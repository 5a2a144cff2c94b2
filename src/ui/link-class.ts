/** A link in text or beside it: accent, underlined when it is pointed at. */
export const linkClass =
  'rounded-chip text-accent-text underline-offset-2 hover:underline focus-visible:outline-offset-1'

/** A link that is told by its place (a name in a list): text colour, underlined when it is pointed at. */
export const quietLinkClass =
  'rounded-chip text-text underline-offset-2 hover:underline focus-visible:outline-offset-1'
