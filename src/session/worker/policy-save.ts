import { READ, WRITE } from '#/domain/access/facts'
import type { Right } from '#/domain/access/facts'
import { mergeGrants } from '#/domain/access/merge'
import type { GranteeKind, GrantRow, SavedPolicies, SavePolicies } from '#/session/access-types'
import { fetchGrants } from './policy-read'
import { rememberCiphertext } from './secret-read'
import { changeSlippedIn } from './secret-slipped'
import { versionIds } from './secret-save'
import type { Context } from './vault'

type Request = { granteeId: string; read: boolean; write: boolean }
type Wanted = { id: string; right: Right }[]

/**
 * Reads the list again, puts this person's changes into what it says now, and writes the whole list, as the server
 * has no smaller act and no revision. Grantees that somebody else changed too stop it before anything is sent.
 */
export async function savePolicies(context: Context, request: SavePolicies): Promise<SavedPolicies> {
  const now = await fetchGrants(context, request)
  const merged = mergeGrants(request.base, request.wanted, now)
  if (merged.conflicts.length > 0)
    return { outcome: 'conflict', grants: now, readAt: Date.now(), ids: merged.conflicts }
  if (merged.changed.length === 0) return { outcome: 'unchanged' }

  const kinds = new Map<string, GranteeKind>()
  for (const row of [...request.base, ...request.wanted, ...now]) kinds.set(row.id, row.kind)
  const of = (...wanted: GranteeKind[]): Wanted =>
    [...merged.result].flatMap(([id, right]) =>
      wanted.includes(kinds.get(id) ?? 'person') ? [{ id, right }] : [],
    )
  const touches = (...wanted: GranteeKind[]) =>
    merged.changed.some((id) => wanted.includes(kinds.get(id) ?? 'person'))
  const others = otherChanges(request, now, merged.others)
  const params = { id: request.target.id }

  switch (request.target.kind) {
    case 'secret': {
      const slippedIn = await saveOfSecret(context, request, of)
      return { outcome: 'saved', others, slippedIn }
    }
    case 'machine':
      await context.client.call('machineAccountPeoplePolicyPut', { params, body: peopleBody(of) })
      break
    case 'granted': {
      const body = {
        projectGrantedPolicyRequests: of('project').map(({ id, right }) => ({
          grantedId: id,
          ...flags(right),
        })),
      }
      await context.client.call('grantedPolicyPut', { params, body })
      break
    }
    case 'project':
      return saveOfProject(context, { of, touches, others, projectId: request.target.id })
  }
  return { outcome: 'saved', others, slippedIn: null }
}

interface ProjectSave {
  of: (...kinds: GranteeKind[]) => Wanted
  touches: (...kinds: GranteeKind[]) => boolean
  others: SavePolicies['base']
  projectId: string
}

/** Two lists, two requests. Machines first: whoever takes their own right away could not send the second. */
async function saveOfProject(
  context: Context,
  { of, touches, others, projectId }: ProjectSave,
): Promise<SavedPolicies> {
  const params = { id: projectId }
  const hasMachines = touches('machine')
  if (hasMachines) {
    const body = { serviceAccountAccessPolicyRequests: requests(of('machine')) }
    await context.client.call('projectMachineAccountPolicyPut', { params, body })
  }
  if (touches('person', 'group')) {
    try {
      await context.client.call('projectPeoplePolicyPut', { params, body: peopleBody(of) })
    } catch (error) {
      if (!hasMachines || !(error instanceof Error)) throw error
      return { outcome: 'half', written: 'machines', reason: error.message }
    }
  }
  return { outcome: 'saved', others, slippedIn: null }
}

/** The grants of a secret ride in its own PUT, so all of it goes back as the very ciphertext that was read. */
async function saveOfSecret(
  context: Context,
  { organizationId, target }: SavePolicies,
  of: ProjectSave['of'],
): Promise<boolean | 'not known'> {
  const versionsBefore = await versionIds(context, target.id)
  const current = await context.client.call('secretGet', { params: { id: target.id } })
  const project = current.projects[0]?.id
  const answer = await context.client.call('secretUpdate', {
    params: { id: target.id },
    body: {
      key: current.key,
      value: current.value,
      note: current.note,
      valueChanged: false,
      // Left out where there is none: an empty array is refused to everyone but admins.
      ...(project && { projectIds: [project] }),
      accessPoliciesRequests: {
        ...peopleBody(of),
        serviceAccountAccessPolicyRequests: requests(of('machine')),
      },
    },
  })
  rememberCiphertext(context, answer)
  return changeSlippedIn(context, { organizationId, secretId: target.id, versionsBefore, ownValue: null })
}

const flags = (right: Right) => ({ read: (right & READ) !== 0, write: (right & WRITE) !== 0 })

const requests = (wanted: Wanted): Request[] =>
  wanted.map(({ id, right }) => ({ granteeId: id, ...flags(right) }))

const peopleBody = (of: ProjectSave['of']) => ({
  userAccessPolicyRequests: requests(of('person')),
  groupAccessPolicyRequests: requests(of('group')),
})

function otherChanges(request: SavePolicies, now: readonly GrantRow[], ids: readonly string[]) {
  return ids.flatMap((id) => {
    const row = now.find((r) => r.id === id) ?? request.base.find((r) => r.id === id)
    return row ? [{ kind: row.kind, id, right: now.find((r) => r.id === id)?.right ?? 0 }] : []
  })
}
