import type { MemberAccess } from '#/session/member-types'
import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import { givable, listMemberCollections } from './member-collections'
import * as keys from './member-keys'
import type { WhoToConfirm } from './member-keys'
import * as members from './members'
import type { BulkAct } from './members'
import type { Context } from './vault'

export const memberCalls = {
  listMembers: (c: Context, a: InOrganization, call: Call) =>
    members.listMembers(c, a.organizationId, call.signal),
  listMemberGroups: (c: Context, a: InOrganization, call: Call) =>
    members.listMemberGroups(c, a.organizationId, call.signal),
  listMemberCollections: (c: Context, a: InOrganization, call: Call) =>
    listMemberCollections(c, a.organizationId, call.signal),
  loadMember: (c: Context, a: InOrganization & { id: string }, call: Call) =>
    members.loadMember(c, a.organizationId, a.id, call.signal),
  loadSecretsManagerSeats: (c: Context, a: InOrganization, call: Call) =>
    members.loadSecretsManagerSeats(c, a.organizationId, call.signal),
  loadMembership: async (c: Context, a: InOrganization) => members.loadMembership(c, a.organizationId),
  inviteMembers: survivesLock((c: Context, a: InOrganization & { emails: string[]; access: MemberAccess }) =>
    members.inviteMembers(c, a.organizationId, a.emails, a.access),
  ),
  changeMember: survivesLock(async (c: Context, a: InOrganization & { id: string; access: MemberAccess }) => {
    const collections = await givable(c, a.organizationId, a.access.collections)
    await members.changeMember(c, a.organizationId, a.id, { ...a.access, collections })
  }),
  actOnMembers: survivesLock((c: Context, a: InOrganization & { act: BulkAct; ids: string[] }) =>
    members.actOnMembers(c, a.organizationId, a.act, a.ids),
  ),
  switchOnSecretsManager: survivesLock((c: Context, a: InOrganization & { ids: string[] }) =>
    members.switchOnSecretsManager(c, a.organizationId, a.ids),
  ),
  listFingerprints: (c: Context, a: InOrganization & { who: WhoToConfirm[] }, call: Call) =>
    keys.listFingerprints(c, a.organizationId, a.who, call.signal),
  confirmMembers: survivesLock(
    (c: Context, a: InOrganization & { who: (WhoToConfirm & { phrase: string | null })[] }) =>
      keys.confirmMembers(c, a.organizationId, a.who),
  ),
}
