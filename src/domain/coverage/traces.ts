import { counted } from '#/lib/counted'

/**
 * What the server writes into the event log for each act, by the codes of its rows (event-log.md §4.2, recorded answers of
 * 2026.8): THE table behind Coverage and behind each "recorded as" and "leaves no event" beside an act, so that they
 * cannot differ. `~`: rows that do not tell what the act was. Nothing: no row.
 */
export const TRACES = {
  // Secrets
  readSecret: '2100',
  readSecrets: '2100',
  createSecret: '2101',
  changeSecret: '2102',
  changeSecretAccess: '~2102',
  moveSecret: '~2102',
  trashSecret: '2103',
  restoreSecret: '2105',
  purgeSecret: '2104',
  emptyTrash: '',
  listSecrets: '',
  listTrash: '',
  readVersions: '',
  restoreVersion: '',
  deleteVersion: '',
  importSecrets: '',
  exportSecrets: '',
  showValue: '',
  // Projects
  openProject: '2200',
  createProject: '2201',
  renameProject: '2202',
  deleteProject: '2203',
  changeProjectPeople: '',
  changeProjectMachines: '',
  readAccess: '',
  // Machine accounts
  createMachine: '2300 2304',
  renameMachine: '',
  deleteMachine: '2305',
  changeMachinePeople: '2300 2301 2302 2303',
  changeMachineProjects: '',
  createToken: '',
  revokeToken: '',
  listTokens: '',
  useToken: '',
  syncUnchanged: '',
  syncChanged: '2100',
  // Members
  inviteMember: '1500',
  reinviteMember: '',
  confirmMember: '1501',
  changeMember: '1502',
  revokeMember: '1511',
  restoreMember: '1512',
  removeMember: '1503',
  deleteAccount: '1515',
  enableSecretsManager: '',
  leaveByPolicy: '1518',
  readMembers: '',
  askForAccess: '',
  // Groups
  createGroup: '1400',
  changeGroup: '1401',
  changeGroupMembers: '1504',
  deleteGroup: '1402',
  // Collections
  createCollection: '1300',
  changeCollection: '1301',
  deleteCollection: '1302',
  // Policies and organization
  changePolicy: '1700',
  revokeByPolicy: '1520 1521',
  changeOrganization: '1600',
  limitCollectionCreation: '1610 1611',
  limitCollectionDeletion: '1612 1613',
  limitItemDeletion: '1614 1615',
  adminAccessToItems: '1616 1617',
  viewOrganizationKey: '',
  rotateOrganizationKey: '',
  readEvents: '',
  // Sign-in
  signIn: '1000',
  failSignIn: '1005 1006',
  signInMachine: '',
  signInOrganization: '',
  viewOwnKey: '',
  lockConsole: '',
  // The Public API, beside this console
  publicInvite: '~1500',
  publicChangeMember: '~1502',
  publicMemberGroups: '~1504',
  publicRemoveMember: '~1503',
  publicRevoke: '~1511 1512',
  publicReinvite: '',
  publicGroups: '~1400 1401',
  publicDeleteGroup: '',
  publicGroupMembers: '',
  publicChangeCollection: '~1301',
  publicDeleteCollection: '',
  publicPolicy: '~1700',
  publicImport: '~1500 1503 1400 1401',
  publicRead: '',
} as const satisfies Record<string, string>

export type ActId = keyof typeof TRACES

export type Trace = 'recorded' | 'part' | 'none'

/** Codes of the rows that an act writes. */
export const codesOf = (act: ActId): number[] => (TRACES[act].match(/\d+/g) ?? []).map(Number)

export function traceOf(act: ActId): Trace {
  if (TRACES[act] === '') return 'none'
  return TRACES[act].startsWith('~') ? 'part' : 'recorded'
}

/** As other programs for the same server call them. */
const PHRASES: Readonly<Record<number, string>> = {
  1300: 'created collection',
  1301: 'edited collection',
  1302: 'deleted collection',
  1400: 'created group',
  1401: 'edited group',
  1402: 'deleted group',
  1500: 'invited member',
  1501: 'confirmed member',
  1502: 'edited member',
  1503: 'removed member',
  1504: 'edited groups of member',
  1511: 'revoked member',
  1512: 'restored member',
  1515: 'deleted member’s account',
  1600: 'edited organization',
  1700: 'changed policy',
  2100: 'accessed secret',
  2101: 'created secret',
  2102: 'changed secret',
  2103: 'deleted secret',
  2104: 'permanently deleted secret',
  2105: 'restored secret',
  2201: 'created project',
  2202: 'edited project',
  2203: 'deleted project',
  2300: 'gave a person access',
  2301: 'took a person’s access',
  2302: 'gave a group access',
  2303: 'took a group’s access',
  2304: 'created machine account',
  2305: 'deleted machine account',
}

const phrase = (code: number) => `“${PHRASES[code] ?? `event ${code}`}”`
const NONE = 'Leaves no event'

/** “Recorded as “deleted secret” (2103)”, or “Leaves no event”; without a full stop, to go on from. */
export function recordedAs(act: ActId): string {
  const codes = codesOf(act)
  return codes.length === 0 ? NONE : `Recorded as ${inWords(codes)}`
}

const inWords = (codes: readonly number[]) =>
  codes
    .toSorted((a, b) => b - a)
    .map((code) => `${phrase(code)} (${code})`)
    .join(' and ')

/** “Records one “accessed secret” event (2100)”, or “Leaves no event”. */
export function recordsOne(act: ActId): string {
  const [code] = codesOf(act)
  return code === undefined ? NONE : `Records one ${oneEvent(act)}`
}

/** “accessed secret” event (2100), for the middle of a sentence. */
export function oneEvent(act: ActId): string {
  const [code] = codesOf(act)
  return code === undefined ? 'no event' : `${phrase(code)} event (${code})`
}

/** For a save that stands for many small acts: “The server records nothing of this”, or what it does. */
export function recordsOfThis(act: ActId): string {
  const codes = codesOf(act)
  return codes.length === 0 ? 'The server records nothing of this' : `The server records ${inWords(codes)}`
}

/** Beside an act on many, by how many rows its kind writes: “12 events under your name”, or “leaves no event”. */
export const recordsMany = (events: number): string =>
  events === 0 ? lowerFirst(NONE) : `${counted(events, 'event')} under your name`

/** The same with a small first letter, after other words. */
export const lowerFirst = (line: string): string => line.charAt(0).toLowerCase() + line.slice(1)
