import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SyntheticEvent } from 'react'
import { changeMember, memberQuery } from '#/data/members'
import type { CollectionRight, MemberAccess } from '#/session/member-types'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { HeldDialog } from '#/ui/HeldDialog'
import { Skeleton } from '#/ui/Skeleton'
import { showToast } from '#/ui/toast-store'
import { AccessFields } from './AccessFields'
import { canChangeRole, type Actor } from './can'
import { shownName, type MemberRow } from './member-row'
import { actErrorWords } from './use-act'
import type { MemberList } from './use-members'

interface Props {
  orgId: string
  list: MemberList
  actor: Actor
  member: MemberRow
  onClose: () => void
}

/** Role, groups and Secrets Manager of one member: read anew first, since the server replaces all of it. */
export function EditMemberDialog({ orgId, list, actor, member, onClose }: Props) {
  const formId = useId()
  const client = useQueryClient()
  const fresh = useQuery(memberQuery(orgId, member.id))
  const [edited, setEdited] = useState<MemberAccess | null>(null)
  const save = useMutation(changeMember(client, orgId))
  const access = edited ?? fresh.data ?? null
  const isSame = !edited || !fresh.data || isEqual(edited, fresh.data)
  const closed = access ? closedWords(access, isSame) : 'Being read.'

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    if (closed || !access || save.isPending) return
    save.mutate(
      { id: member.id, access },
      {
        onSuccess: () => {
          showToast(`${shownName(member)} changed`)
          onClose()
        },
      },
    )
  }

  return (
    <HeldDialog
      title="Change role and access"
      description={<bdi>{shownName(member)}</bdi>}
      width={720}
      loses={!isSame && 'these changes'}
      busy={save.isPending}
      onClose={onClose}
      footerStart="Recorded as “edited user” (1502). A new role is felt when the person’s session renews its token, within the hour."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="solid" busy={save.isPending} disabledReason={closed}>
            Save changes
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} className="flex flex-col gap-4">
        {access ? (
          <AccessFields
            orgId={orgId}
            own={actor.own}
            access={access}
            onChange={setEdited}
            canBe={(role) => canChangeRole(actor, member, role)}
            groups={list.groups}
            secretsManagerNote={
              actor.own.hasSecretsManager
                ? 'Grants stay when it is switched off, and have no effect'
                : 'This organization does not have Secrets Manager'
            }
          />
        ) : (
          !fresh.error && <Skeleton className="h-40" />
        )}
        {fresh.error && !access && (
          <Callout
            tone="danger"
            role="alert"
            title="The member could not be read"
            actions={
              <Button size={28} busy={fresh.isFetching} onClick={() => void fresh.refetch()}>
                Try again
              </Button>
            }
          >
            {actErrorWords(fresh.error)}
          </Callout>
        )}
        {save.error && (
          <Callout tone="danger" role="alert" title="Nothing was changed">
            {actErrorWords(save.error)}
          </Callout>
        )}
      </form>
    </HeldDialog>
  )
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one))

const rightText = ({ id, readOnly, hidePasswords, manage }: CollectionRight) =>
  [id, readOnly, hidePasswords, manage].join()

function isEqual(a: MemberAccess, b: MemberAccess): boolean {
  return (
    a.role === b.role &&
    a.hasSecretsManager === b.hasSecretsManager &&
    (a.role !== 'custom' || sameSet(a.permissions, b.permissions)) &&
    sameSet(a.groups ?? [], b.groups ?? []) &&
    sameSet(a.collections.map(rightText), b.collections.map(rightText))
  )
}

function closedWords({ role, permissions }: MemberAccess, isSame: boolean): string | false {
  if (role === 'custom' && permissions.length === 0)
    return 'Tick what the custom role may do, or choose User, which may do nothing more.'
  return isSame && 'Nothing is changed yet.'
}
