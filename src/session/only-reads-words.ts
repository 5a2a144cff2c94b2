/** Why nothing can be changed in the session of a machine account or of an organization's key: said by pages, and by the worker if one asks anyway. */
export const ONLY_READS =
  'This session reads only: it was opened with a machine account’s access token or an organization’s API key. Sign in as yourself to change something.'
