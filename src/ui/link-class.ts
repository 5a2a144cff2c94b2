/** A link in text or beside it: accent, underlined when it is pointed at. */
export const linkClass =
  'rounded-chip text-accent-text underline-offset-2 hover:underline focus-visible:outline-offset-1'
