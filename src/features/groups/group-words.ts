import { READ } from '#/domain/access/facts'
import type { GroupGrants } from './use-groups'

/** What a group gives in Secrets Manager, as far as the lists of projects were read. */
export function grantsWords(groupId: string, grants: GroupGrants, hasSecrets: boolean): string {
  if (!hasSecrets) return 'Not known'
  const held = grants.byGroup.get(groupId) ?? []
  if (held.length === 0) {
    if (grants.total === null || grants.read + grants.refused < grants.total)
      return grants.error ? 'Not read' : 'Reading'
    return grants.refused > 0 ? 'None known' : 'None'
  }
  const least = grants.total !== null && grants.read < grants.total ? '≥ ' : ''
  const projects = held.length === 1 ? '1 project' : `${held.length} projects`
  return `${least}${projects}${held.every(({ right }) => right === READ) ? ', read' : ''}`
}
