import { eventCode } from '#/domain/events/codes'
import { codesOf, TRACES, traceOf, type ActId, type Trace } from './traces'

export interface CoveredAct {
  id: ActId
  group: string
  act: string
  trace: Trace
  codes: number[]
  /** What a row tells besides its moment. */
  says: string
  /** What it leaves out, or where else to look. */
  missing: string
  /** Logs in which the row stands besides that of the organization. */
  filedUnder: string[]
}

/** id | act | what it leaves out, or where to look instead. What a row says and where it is filed follows from its codes. */
const TABLE = `
# Secrets
readSecret | Reveal, copy, edit or load a secret | Which field was looked at, and whether it was copied
readSecrets | Read many secrets at once, to compare or to change them | One row for each secret, none for the act as a whole
createSecret | Create a secret |
changeSecret | Change name, value or note | What changed. Compare its versions
changeSecretAccess | Change who may read a single secret | Who gained or lost access: only that it was changed
moveSecret | Move a secret to another project | From where to where, and who gained or lost it by that
trashSecret | Move a secret to the trash | The name, once it is destroyed
restoreSecret | Restore a secret from the trash |
purgeSecret | Delete a secret from the trash for good | The name: remember it in Settings
emptyTrash | The server empties the trash after 30 days | Nothing on the server
listSecrets | List names of secrets | Nothing on the server
listTrash | Look into the trash | Nothing on the server
readVersions | Read earlier values | Nothing on the server. Later servers record a read
restoreVersion | Restore an earlier value | The versions show a new one, with its editor
deleteVersion | Delete an earlier value | Nothing on the server
importSecrets | Import a file through the server | Creation dates of what was imported
exportSecrets | Export everything through the server | Nothing on the server. This console reads secrets one by one instead, each recorded
showValue | Hide a value, or show what a form holds already | Revealing a hidden value reads it again, which is recorded
# Projects
openProject | Read one project by its id | This console does not need it: it reads the list
createProject | Create a project |
renameProject | Rename a project | Both names
deleteProject | Delete a project | Its secrets, and who lost them
changeProjectPeople | Change its people and groups | Nothing on the server. This console can save a preview before
changeProjectMachines | Change its machine accounts | Nothing on the server
readAccess | Look at who has access | Nothing on the server
# Machine accounts
createMachine | Create a machine account | Its creator is filed by membership in the first of the two rows
renameMachine | Rename a machine account | Its date of change
deleteMachine | Delete a machine account | Its tokens, and what it read
changeMachinePeople | Let people or groups use it, or take it away | Whether they may read or write. A change of that is two rows
changeMachineProjects | Change its projects | Nothing on the server
createToken | Create an access token | The token’s date, as long as it exists
revokeToken | Revoke an access token | Nothing on the server, and no list of revoked tokens
listTokens | List access tokens | Nothing on the server
useToken | Sign in with an access token | Its reads tell the machine account, never the token
syncChanged | A machine reads all of its secrets (sync) | One row for each secret
syncUnchanged | A machine asks whether something is new, and nothing is | Its last read with a change
# Members
inviteMember | Invite a person | Accepting an invitation leaves no row either
reinviteMember | Send an invitation again | Nothing on the server
confirmMember | Confirm a member |
changeMember | Change role, rights, groups or collections of a member | What changed
revokeMember | Revoke a member |
restoreMember | Restore a member |
removeMember | Remove a member | The name: remember it in Settings
deleteAccount | Delete the account of a claimed member | The name: remember it in Settings
enableSecretsManager | Switch Secrets Manager on for members | Nothing on the server
leaveByPolicy | Give up access by declining a policy |
readMembers | List members and read their keys | Nothing on the server
askForAccess | Ask owners for Secrets Manager | A mail to them
# Groups
createGroup | Create a group | Its grants
changeGroup | Rename a group or change its collections | What changed
changeGroupMembers | Add people to a group or take them out | Which group it was
deleteGroup | Delete a group | Who was in it, and what they lost
# Collections
createCollection | Create a collection |
changeCollection | Change a collection or who may use it | What changed
deleteCollection | Delete a collection |
# Organization
changePolicy | Change a policy | The old and the new setting
revokeByPolicy | Members who are suspended as a policy is switched on | One row for each, besides that of the policy
changeOrganization | Change name or billing address | What changed
limitCollectionCreation | Restrict who creates collections, or lift it |
limitCollectionDeletion | Restrict who deletes collections, or lift it |
limitItemDeletion | Restrict who deletes items, or lift it |
adminAccessToItems | Open all collections to owners and admins, or close them |
viewOrganizationKey | View the organization API key | Nothing on the server
rotateOrganizationKey | Rotate the organization API key | Revision date of the key
readEvents | Read this log, or export it | Nothing on the server
# Sign-in
signIn | Sign in as a person | In each organization of which the person is a confirmed member
failSignIn | Fail to sign in | Attempts at addresses without an account
signInMachine | Sign in as a machine account | What it reads is recorded
signInOrganization | Sign in with the organization API key | Nothing on the server
viewOwnKey | View or rotate one’s own API key | Nothing on the server
lockConsole | Lock, unlock or sign out | Nothing on the server
# Public API
publicInvite | Invite a member | Which key it was: the row says “a Public API client”
publicChangeMember | Change a member | Who did it: the row names nobody
publicMemberGroups | Change the groups of a member | Who did it, and which groups
publicRemoveMember | Remove a member | Who did it: the row names nobody
publicRevoke | Revoke or restore a member | Which key it was
publicReinvite | Send an invitation again | Nothing on the server
publicGroups | Create or change a group | Who did it: the row names nobody
publicDeleteGroup | Delete a group | Nothing on the server
publicGroupMembers | Change the members of a group | Nothing on the server
publicChangeCollection | Change a collection | Who did it: the row names nobody
publicDeleteCollection | Delete a collection | Nothing on the server
publicPolicy | Change a policy | Who did it, and what changed
publicImport | Import members and groups | Which key it was
publicRead | Read members, groups, collections, policies or events | Nothing on the server
`

const SAYS: Readonly<Record<string, string>> = {
  secretId: 'which secret',
  projectId: 'which project',
  grantedServiceAccountId: 'which machine account',
  groupId: 'which group',
  collectionId: 'which collection',
  policyId: 'which policy',
  organizationUserId: 'which member',
}

const FILED: Readonly<Record<string, string>> = {
  secretId: 'Secret',
  projectId: 'Project',
  grantedServiceAccountId: 'Machine',
  actingUserId: 'Member',
  serviceAccountId: 'Machine',
}

function sayingOf(codes: readonly number[], trace: Trace, isNameless: boolean): string {
  if (trace === 'none') return '–'
  const ids = codes.flatMap((code) => eventCode(code)?.ids ?? [])
  const what = [...new Set(idsIn(ids).flatMap((id) => SAYS[id] ?? []))]
  // 2300 and 2301 have the person in a field of another name.
  const whom = ids.includes('userId*') ? ['whom'] : []
  const words = [...(isNameless ? [] : ['who']), ...whom, ...what, 'client', 'address']
  return words.join(', ').replace(/^./, (first) => first.toUpperCase())
}

/** `a|b` is either of two, `a?` sometimes. */
const idsIn = (ids: readonly string[]) => ids.flatMap((id) => id.replace(/[?*]/g, '').split('|'))

function filedUnder(codes: readonly number[]): string[] {
  const ids = new Set(idsIn(codes.flatMap((code) => eventCode(code)?.ids ?? [])))
  return [...new Set(Object.entries(FILED).flatMap(([id, log]) => (ids.has(id) ? [log] : [])))]
}

function parse(): CoveredAct[] {
  let group = ''
  return TABLE.trim()
    .split('\n')
    .flatMap((line): CoveredAct[] => {
      if (line.startsWith('# ')) {
        group = line.slice(2)
        return []
      }
      const [id = '', act = '', missing = ''] = line.split('|').map((cell) => cell.trim())
      if (!isActId(id)) return []
      const [codes, trace] = [codesOf(id), traceOf(id)]
      const says = sayingOf(codes, trace, group === 'Public API')
      return [{ id, group, act, trace, codes, says, missing: missing || '–', filedUnder: filedUnder(codes) }]
    })
}

const isActId = (id: string): id is ActId => Object.hasOwn(TRACES, id)

/** Every act of this console and of the Public API, and what the log will say of it. */
export const COVERED_ACTS: readonly CoveredAct[] = parse()
