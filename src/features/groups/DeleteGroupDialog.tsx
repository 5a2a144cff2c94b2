import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Activity, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { deleteGroup } from '#/data/groups'
import { Avatar } from '#/ui/Avatar'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { counted } from '#/lib/counted'
import { personName } from '#/session/person-name'
import { collectionLosses, projectsThrough } from './group-losses'
import { collectionName, type GroupFacts, type GroupGrants, type GroupsData } from './use-groups'

interface Props {
  orgId: string
  group: GroupFacts
  data: GroupsData
  grants: GroupGrants
  hasSecrets: boolean
  onClose: () => void
  onDeleted: () => void
}

const SHOWN = 50

/** Who loses what is counted before it asks. */
export function DeleteGroupDialog({ orgId, group, data, grants, hasSecrets, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const remove = useMutation(deleteGroup(client, orgId))
  const members = group.members
  const losses = useLosses(group, data, grants)
  const isWhole = grants.total !== null && grants.read === grants.total
  const losing = losses.filter(({ collections, projects }) => collections.length + projects.length > 0)
  return (
    <ConfirmDialog
      title={`Delete group ${group.name}`}
      description="At once and for good. Its members stay in the organization; what the group gave them goes."
      isDanger
      width={640}
      confirmLabel={
        members === null || members.length === 0
          ? 'Delete group'
          : `Delete group of ${counted(members.length, 'member')}`
      }
      confirmIcon={Trash2}
      expected={group.name}
      expectedLabel="Type the group’s name to delete it"
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={onClose}
      onConfirm={() =>
        void remove.mutateAsync(group.id).then(
          () => {
            showToast('Group deleted')
            onDeleted()
          },
          () => undefined,
        )
      }
    >
      {members === null ? (
        <Callout tone="warning" title="Who is in it is not known to you.">
          Its members lose {counted(group.collections.length, 'right')} on collections, and its grants in
          Secrets Manager.
        </Callout>
      ) : (
        <section>
          <h3 className="font-semibold">
            {losing.length === 0
              ? members.length === 0
                ? 'Nobody is in it'
                : 'Nobody loses anything that is known here'
              : `${counted(losing.length, 'member loses', 'members lose')} something`}
          </h3>
          <ul className="mt-2 max-h-56 overflow-y-auto">
            {losing.slice(0, SHOWN).map(({ memberId, name, collections, projects }) => (
              <li key={memberId} className="flex gap-2 border-b border-line py-1.5">
                <Avatar name={name} />
                <span className="min-w-0 wrap-anywhere">
                  <b className="font-medium">{name}</b>{' '}
                  <span className="text-muted">{lossWords(collections, projects)}</span>
                </span>
              </li>
            ))}
          </ul>
          {losing.length > SHOWN && (
            <p className="mt-1 text-meta text-muted">and {losing.length - SHOWN} more</p>
          )}
        </section>
      )}
      {!hasSecrets ? (
        <Callout>What it gives in Secrets Manager is not known to your account, and goes too.</Callout>
      ) : (
        <Callout>
          {isWhole
            ? 'Grants on projects were counted, those on single secrets and machine accounts were not: they go too.'
            : `Grants are read from ${grants.read} of ${grants.total ?? '?'} projects: more may be lost.`}{' '}
          A right of one’s own on the same project stays.
        </Callout>
      )}
      <Callout icon={Activity}>
        <TraceLink act="deleteGroup">{recordsOne('deleteGroup')}</TraceLink>. It names neither the members nor
        what they lost.
      </Callout>
    </ConfirmDialog>
  )
}

function useLosses(group: GroupFacts, { groups, collections, people }: GroupsData, grants: GroupGrants) {
  return useMemo(() => {
    const all = groups ?? []
    const isAdmin = (id: string) => ['owner', 'admin'].includes(people.get(id)?.role ?? '')
    return collectionLosses(group, all, collections ?? []).map(({ memberId, collections: ids }) => ({
      memberId,
      name: personName(people.get(memberId), memberId),
      collections: ids.map((id) => collectionName(collections, id)),
      // Owners and admins have every project by their role.
      projects: isAdmin(memberId) ? [] : projectsThrough(group, all, grants, memberId),
    }))
  }, [group, groups, collections, people, grants])
}

function lossWords(collections: readonly string[], projects: readonly string[]): string {
  const parts = [
    ...(collections.length > 0 ? [`the collections ${listed(collections)}`] : []),
    ...(projects.length > 0 ? [`the projects ${listed(projects)}`] : []),
  ]
  return `loses ${parts.join(' and ')}`
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ')
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown
}
