import { useEffect, useState } from 'react'
import { UnsavedGuard } from '#/forms/UnsavedGuard'
import type { FoundDraft } from '#/forms/draft-keeper'
import { useMedia } from '#/ui/use-media'
import { AddGranteesDialog } from './AddGranteesDialog'
import { EffectiveTable } from './EffectiveTable'
import type { GrantDraft } from './grant-edit'
import type { GrantEditorProps } from './GrantEditor'
import { GrantPreview } from './GrantPreview'
import { GrantSection } from './GrantSection'
import type { NamedThing } from './names'
import { ProofSheet } from './ProofSheet'
import { useGrantEdit } from './use-grant-edit'
import { useGrantSave } from './use-grant-save'
import type { ObjectAccess } from './use-object-access'

interface Props extends GrantEditorProps {
  access: ObjectAccess
  found: FoundDraft<GrantDraft> | null
  grantable: readonly string[]
  onGroups: (ids: readonly string[]) => void
  readAgain: () => void
}

export function GrantForm(props: Props) {
  const { orgId, target, place, name, access, found, onGroups, readAgain } = props
  const edit = useGrantEdit(target, place, access, found)
  const [open, setOpen] = useState<'add' | 'preview' | null>(null)
  const [proof, setProof] = useState<string | null>(null)
  const onSaved = () => setOpen(null)
  const saving = useGrantSave({ orgId, target, access, edit, readAgain, onSaved })
  const isWide = useMedia('(width >= 75rem)')
  const count = edit.changes.size
  const groupKey = edit.rows.flatMap(({ kind, id }) => (kind === 'group' ? [id] : [])).join()
  useEffect(() => onGroups(groupKey ? groupKey.split(',') : []), [groupKey, onGroups])
  const previewPlace = proof !== null ? 'bar' : isWide ? 'beside' : open === 'preview' ? 'sheet' : 'bar'
  return (
    <div className="flex h-full min-h-0 flex-1 max-xl:flex-col">
      <UnsavedGuard draft={edit.draft} noun="the access changes" isSaving={saving.isSaving} />
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <GrantSection
          target={target}
          edit={edit}
          names={access.names}
          isSaving={saving.isSaving}
          onAdd={() => setOpen('add')}
        />
        {target.kind !== 'granted' && (
          <EffectiveTable
            before={edit.before}
            after={edit.after}
            target={target.id}
            names={access.names}
            isEdited={count > 0}
            onProof={setProof}
          />
        )}
      </div>
      {count > 0 && (
        <GrantPreview
          {...{ target, edit, saving }}
          names={access.names}
          place={previewPlace}
          onOpen={() => {
            setProof(null)
            setOpen('preview')
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {proof && (
        <ProofSheet
          map={edit.after}
          names={access.names}
          principal={proof}
          target={target.id}
          targetName={name}
          onClose={() => setProof(null)}
        />
      )}
      {open === 'add' && (
        <AddGranteesDialog
          target={target}
          candidates={candidatesOf(props, new Set(edit.rows.map(({ id }) => id)))}
          onAdd={(wanted) => {
            edit.add(wanted)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** What the server offers as grantees to this account, less who is in the list. */
function candidatesOf({ target, access, grantable }: Props, listed: ReadonlySet<string>): NamedThing[] {
  const { people, groups, machines } = access.directory
  const writable = machines.filter(({ mayGrant }) => mayGrant)
  const offered = [
    ...people.filter(({ isActive }) => isActive),
    ...groups,
    ...(target.kind === 'machine' ? [] : writable),
  ]
  const ids = target.kind === 'granted' ? grantable : offered.map(({ id }) => id)
  return ids.flatMap((id) => (listed.has(id) ? [] : (access.names.get(id) ?? [])))
}
