import { NONE } from './facts'
import type { AccessFacts, Grant, Right } from './facts'

/** What somebody is about to do, in the terms of the organization. */
export type AccessChange =
  /** `right` NONE takes the grant away. */
  | { kind: 'grant'; grantee: string; target: string; right: Right }
  | { kind: 'join'; group: string; person: string }
  | { kind: 'leave'; group: string; person: string }
  | { kind: 'move'; secret: string; project: string | null }
  /** Its secrets stay, without a project. */
  | { kind: 'delete-project'; project: string }
  /** All policy rows of the member go. */
  | { kind: 'remove-member'; person: string }
  | { kind: 'revoke-token'; machine: string }

/** The facts as they would be afterwards. The given ones stay as they are. */
export function applyChanges(facts: AccessFacts, changes: readonly AccessChange[]): AccessFacts {
  return changes.reduce(applyChange, facts)
}

function applyChange(facts: AccessFacts, change: AccessChange): AccessFacts {
  switch (change.kind) {
    case 'grant':
      return { ...facts, ...withGrant(facts, change) }
    case 'join':
    case 'leave':
      return { ...facts, groups: withMembership(facts, change) }
    case 'move':
      return { ...facts, secrets: moved(facts, change.secret, change.project) }
    case 'delete-project':
      return withoutProject(facts, change.project)
    case 'remove-member':
      return {
        ...facts,
        people: facts.people.filter(({ id }) => id !== change.person),
        groups: facts.groups.map((group) => ({
          ...group,
          members: group.members.filter((id) => id !== change.person),
        })),
        ...withoutGrants(facts, ({ grantee }) => grantee === change.person),
      }
    case 'revoke-token':
      return {
        ...facts,
        machines: facts.machines.map((machine) =>
          machine.id === change.machine && machine.tokens
            ? { ...machine, tokens: machine.tokens - 1 }
            : machine,
        ),
      }
  }
}

const withoutGrants = (facts: AccessFacts, goes: (grant: Grant) => boolean) => ({
  grants: facts.grants.filter((grant) => !goes(grant)),
  // What the server said of the viewer held before the change; afterwards only what is known holds.
  told: facts.told.filter((grant) => !goes(grant)),
})

function withGrant(facts: AccessFacts, change: Extract<AccessChange, { kind: 'grant' }>) {
  const { grantee, target, right } = change
  const others = withoutGrants(facts, (grant) => grant.grantee === grantee && grant.target === target)
  return right === NONE ? others : { ...others, grants: [...others.grants, { grantee, target, right }] }
}

function withMembership(facts: AccessFacts, change: Extract<AccessChange, { kind: 'join' | 'leave' }>) {
  return facts.groups.map((group) => {
    if (group.id !== change.group) return group
    const others = group.members.filter((id) => id !== change.person)
    return { ...group, members: change.kind === 'join' ? [...others, change.person] : others }
  })
}

function moved(facts: AccessFacts, secret: string, project: string | null): AccessFacts['secrets'] {
  const row = facts.secrets.ids.indexOf(secret)
  if (row === -1) return facts.secrets
  const next = Int32Array.from(facts.secrets.project)
  next[row] = project === null ? -1 : facts.projects.indexOf(project)
  return { ...facts.secrets, project: next }
}

function withoutProject(facts: AccessFacts, project: string): AccessFacts {
  const gone = facts.projects.indexOf(project)
  if (gone === -1) return facts
  const unknown = new Map(facts.unknown)
  unknown.delete(project)
  return {
    ...facts,
    unknown,
    projects: facts.projects.filter((id) => id !== project),
    secrets: {
      ...facts.secrets,
      project: facts.secrets.project.map((at) => (at === gone ? -1 : at > gone ? at - 1 : at)),
    },
    ...withoutGrants(facts, ({ target }) => target === project),
  }
}
