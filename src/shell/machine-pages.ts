/** Pages that only ask what the server tells a machine account, and change nothing. */
const OPEN =
  /\/orgs\/[^/]+\/(?:secrets(?:\/[0-9a-f-]{36}(?:\/(?:use|versions(?:\/.*)?))?)?|projects(?:\/[0-9a-f-]{36})?|settings)\/?$/

export const isOpenToMachines = (path: string): boolean => OPEN.test(path)

export const CLOSED_TO_MACHINES =
  'The server tells a machine account nothing of people, grants and other machine accounts. Sign in as yourself to see them.'
