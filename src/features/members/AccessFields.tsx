import { useState } from 'react'
import { permissionWords, roleWords } from '#/domain/member-roles'
import { foldName } from '#/domain/search'
import type { MemberAccess, MembershipView, MemberRole } from '#/session/member-types'
import { Checkbox } from '#/ui/Checkbox'
import { RadioCards } from '#/ui/RadioCards'
import { SearchField } from '#/ui/SearchField'
import { Switch } from '#/ui/Switch'
import type { Verdict } from '#/domain/verdict'
import { canGivePermission, closedReason } from './can'
import { CollectionList } from './CollectionList'

interface Props {
  orgId: string
  own: MembershipView
  access: MemberAccess
  onChange: (access: MemberAccess) => void
  canBe: (role: MemberRole) => Verdict
  groups: readonly { id: string; name: string }[]
  /** Beside the switch: seats, or what it means. */
  secretsManagerNote: string
}

/** Role with its switches, groups, Secrets Manager: the same for an invitation and a change. */
export function AccessFields({ orgId, own, access, onChange, canBe, groups, secretsManagerNote }: Props) {
  const change = (next: Partial<MemberAccess>) => onChange({ ...access, ...next })
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label="Role"
        value={access.role}
        onChange={(role) => change({ role })}
        options={(['user', 'custom', 'admin', 'owner'] as const).map((value) => ({
          value,
          label: roleWords[value].label,
          hint: roleWords[value].meaning,
          disabledReason: closedReason(canBe(value)),
        }))}
      />
      {access.role === 'custom' && (
        <PermissionList
          own={own}
          chosen={access.permissions}
          onChange={(permissions) => change({ permissions })}
        />
      )}
      {own.hasGroups && (
        <GroupList
          groups={groups}
          chosen={access.groups ?? []}
          onChange={(chosen) => change({ groups: chosen })}
        />
      )}
      <CollectionList
        orgId={orgId}
        chosen={access.collections}
        onChange={(collections) => change({ collections })}
      />
      <div className="flex items-center gap-2">
        <Switch
          label="Switch Secrets Manager on"
          checked={access.hasSecretsManager}
          disabled={!own.hasSecretsManager}
          onChange={(hasSecretsManager) => change({ hasSecretsManager })}
        />
        <span aria-hidden>Switch Secrets Manager on</span>
        <span className="text-meta text-muted">{secretsManagerNote}</span>
      </div>
    </div>
  )
}

interface PermissionProps {
  own: MembershipView
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

const toggled = (chosen: readonly string[], name: string, isOn: boolean): string[] =>
  isOn ? [...chosen, name] : chosen.filter((other) => other !== name)

function PermissionList({ own, chosen, onChange }: PermissionProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">May also</legend>
      <div className="grid gap-x-4 gap-y-2 rounded-control border border-line-strong p-3 sm:grid-cols-2">
        {permissionWords.map(({ name, label, meaning }) => {
          const closed = closedReason(canGivePermission(own, name))
          return (
            <Checkbox
              key={name}
              label={label}
              hint={closed || meaning}
              disabled={closed !== false && !chosen.includes(name)}
              checked={chosen.includes(name)}
              onChange={(event) => onChange(toggled(chosen, name, event.target.checked))}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

interface GroupProps {
  groups: readonly { id: string; name: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

const MANY = 8

function GroupList({ groups, chosen, onChange }: GroupProps) {
  const [text, setText] = useState('')
  const wanted = foldName(text.trim())
  const shown = groups.filter(({ name }) => foldName(name).includes(wanted))
  return (
    <fieldset>
      <legend className="mb-1 flex w-full items-baseline gap-2 font-medium">
        Groups <span className="font-normal text-muted">{chosen.length} chosen</span>
      </legend>
      {groups.length > MANY && (
        <div className="mb-1 flex">
          <SearchField label="Search groups" value={text} onChange={setText} />
        </div>
      )}
      <div className="grid max-h-40 gap-x-4 gap-y-1 overflow-y-auto rounded-control border border-line-strong p-2 sm:grid-cols-2">
        {shown.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<bdi className="wrap-anywhere">{name}</bdi>}
            checked={chosen.includes(id)}
            onChange={(event) => onChange(toggled(chosen, id, event.target.checked))}
          />
        ))}
        {shown.length === 0 && (
          <p className="text-muted">{groups.length === 0 ? 'There are no groups.' : 'No group matches.'}</p>
        )}
      </div>
      <p className="mt-1 text-meta text-muted">A member of a group gets all that the group has.</p>
    </fieldset>
  )
}
