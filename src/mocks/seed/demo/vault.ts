import { organizationId } from '#/mocks/seed/organizations'
import { memberId } from '#/mocks/seed/people'
import { stampAt } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import type { PersonaId } from '#/mocks/seed/personas'
import { idFor } from '#/mocks/seed/random'
import type { Seal } from '#/mocks/seed/seal'
import type { CollectionGrant, CollectionRow, PolicyRow } from '#/mocks/store/tables'
import { groupId } from './access'
import type { GroupName } from './access'

type Right = 'view' | 'viewHidden' | 'edit' | 'editHidden' | 'manage'

interface CollectionSpec {
  name: string
  created: number
  people?: Partial<Record<PersonaId, Right>>
  groups?: Partial<Record<GroupName, Right>>
}

/** `argonAdmin` is in all six. Nobody manages Finance/Banks. */
const collections: readonly CollectionSpec[] = [
  {
    name: 'Engineering/Payments',
    created: 500,
    people: { owner: 'manage', argonAdmin: 'manage', reader: 'view' },
    groups: { 'Payments engineers': 'edit' },
  },
  {
    name: 'Engineering/Platform',
    created: 498,
    people: { argonAdmin: 'manage', admin: 'manage', twoOrganizations: 'viewHidden' },
    groups: { 'Platform on-call': 'edit', Contractors: 'viewHidden' },
  },
  { name: 'Finance/Banks', created: 410, people: { argonAdmin: 'edit', secondOwner: 'edit', owner: 'edit' } },
  {
    name: 'Vendors/Hosting',
    created: 350,
    people: { argonAdmin: 'view', secondOwner: 'manage', toConfirm: 'view', projectWriter: 'editHidden' },
    groups: { 'Data platform': 'view' },
  },
  {
    name: 'Support tools',
    created: 220,
    people: { argonAdmin: 'view', adminWithoutSm: 'manage', withoutSm: 'edit' },
    groups: { 'Support tier 2': 'edit' },
  },
  {
    name: 'Büro Malmö · 保管庫',
    created: 120,
    people: { argonAdmin: 'manage', owner: 'manage', auditor: 'view' },
  },
]

export const collectionId = (name: string): string => idFor(`collection/${name}`)

const grant = (id: string, right: Right): CollectionGrant => ({
  id,
  readOnly: right === 'view' || right === 'viewHidden',
  hidePasswords: right === 'viewHidden' || right === 'editHidden',
  manage: right === 'manage',
})

export function collectionRows(moments: Moments, seal: Seal): Promise<CollectionRow[]> {
  return Promise.all(
    collections.map(async ({ name, created, people = {}, groups = {} }) => {
      const stamp = stampAt(moments.workday(created, '13:10'))
      return {
        id: collectionId(name),
        organizationId: organizationId('harbourline'),
        name: await seal(`collection/${name}`, name),
        externalId: null,
        type: 0,
        users: Object.entries(people).map(([slug, right]) => grant(memberId('harbourline', slug), right)),
        groups: Object.entries(groups).map(([group, right]) => grant(groupId(group as GroupName), right)),
        creationDate: stamp,
        revisionDate: stamp,
      }
    }),
  )
}

interface PolicySpec {
  type: number
  enabled: boolean
  data: Record<string, unknown> | null
  saved: number
}

/** Type 23 is one that this version does not know, saved by a newer program. */
export const policies: readonly PolicySpec[] = [
  { type: 0, enabled: false, data: null, saved: 260 },
  {
    type: 1,
    enabled: true,
    saved: 205,
    data: {
      minComplexity: 3,
      minLength: 14,
      requireLower: false,
      requireUpper: false,
      requireNumbers: false,
      requireSpecial: false,
      enforceOnLogin: false,
    },
  },
  {
    type: 2,
    enabled: true,
    saved: 204,
    data: {
      overridePasswordType: null,
      minLength: 20,
      useUpper: true,
      useLower: true,
      useNumbers: true,
      useSpecial: false,
      minNumbers: 1,
      minSpecial: 0,
      minNumberWords: 5,
      capitalize: true,
      includeNumber: true,
    },
  },
  { type: 5, enabled: true, data: null, saved: 188 },
  { type: 9, enabled: true, data: { type: 'custom', minutes: 240, action: 'lock' }, saved: 16 },
  { type: 10, enabled: true, data: null, saved: 188 },
  { type: 14, enabled: false, data: null, saved: 70 },
  { type: 23, enabled: true, data: { level: 'strict', since: 2026 }, saved: 47 },
]

export const policyId = (type: number): string => idFor(`policy/harbourline/${type}`)

export function policyRows(moments: Moments): PolicyRow[] {
  return policies.map(({ type, enabled, data, saved }) => {
    const stamp = stampAt(moments.workday(saved, '10:05'))
    return {
      id: policyId(type),
      organizationId: organizationId('harbourline'),
      type,
      data,
      enabled,
      creationDate: stamp,
      revisionDate: stamp,
    }
  })
}
