import type { AccessMap } from '#/domain/access/access-map'
import { proofsOf } from '#/domain/access/proof'
import type { Proof } from '#/domain/access/proof'
import { nameOf } from './names'
import type { Names } from './names'

const ROLE_WORDS = { owner: 'Owner of the organization', admin: 'Admin of the organization' }

/** "Group Payments engineers, on project Payments". `own`: the object of the page, which needs no name. */
export function proofWords(proof: Proof, names: Names, own: string): string {
  switch (proof.by) {
    case 'role':
      return ROLE_WORDS[proof.role]
    case 'told':
      return 'As the server says of your account, without a reason'
    case 'direct':
      return `Direct, on ${targetWords(proof.on, names, own)}`
    case 'group':
      return `Group ${nameOf(names, proof.group)}, on ${targetWords(proof.on, names, own)}`
  }
}

function targetWords(on: string, names: Names, own: string): string {
  const thing = names.get(on)
  if (thing?.kind === 'project' && on !== own) return `project ${thing.name}`
  if (thing?.kind === 'project') return 'this project'
  return thing?.kind === 'machine' ? 'this machine account' : 'this secret'
}

/** The strongest reason, and how many more there are. */
export function reasonWords(map: AccessMap, names: Names, principal: string, target: string): string {
  const { paths, isOff } = proofsOf(map, principal, target)
  const [first, ...others] = paths
  if (isOff) return 'Secrets Manager is not switched on for this person, so no grant has an effect'
  if (!first) return 'Nothing left after this change'
  const more = others.filter((path) => path.right === first.right && path.by !== 'role')
  const [second] = more
  const words = proofWords(first, names, target)
  if (more.length === 0 || !second) return words
  if (more.length === 1) return `${words}; ${lower(proofWords(second, names, target))}`
  return `${words}, and ${more.length} more ways`
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
