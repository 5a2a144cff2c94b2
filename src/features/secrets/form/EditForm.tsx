import { useState } from 'react'
import { UnsavedGuard } from '#/forms/UnsavedGuard'
import type { OrganizationView } from '#/session/protocol'
import { AfterSaving } from './AfterSaving'
import { ConflictDialog } from './ConflictDialog'
import { CreateAnewDialog } from './CreateAnewDialog'
import { EditHeader } from './EditHeader'
import { FormActs } from './FormActs'
import { FormFrame } from './FormFrame'
import { ListCheckLine } from './ListCheckLine'
import { NameField } from './NameField'
import { NoteField } from './NoteField'
import { ProjectField } from './ProjectField'
import { RestoredNotice } from './RestoredNotice'
import { SlippedInPage } from './SlippedInPage'
import { useEditForm, type EditStart } from './use-edit-form'
import { useNextVersion } from './use-next-version'
import { useProjectNames } from './use-project-names'
import { ValueField } from './ValueField'
import { WhatWillBeSaved } from './WhatWillBeSaved'

export function EditForm({
  organization,
  ...start
}: Omit<EditStart, 'orgId'> & { organization: OrganizationView }) {
  const orgId = organization.id
  const edit = useEditForm({ ...start, orgId })
  const { base, typed, changed, control } = edit
  const [isCreating, setCreating] = useState(false)
  const known = start.read?.project
  const project = known ? { id: known.id, name: known.name.ok ? known.name.text : null } : null
  const was = base.texts.projectId === null ? null : { id: base.texts.projectId, name: project?.name ?? null }
  const projectName = useProjectNames(orgId, project)
  const next = useNextVersion(orgId, start.secretId, start.read, changed.includes('value'))

  if (edit.slipped) return <SlippedInPage orgId={orgId} secretId={start.secretId} />
  return (
    <>
      <UnsavedGuard draft={edit.draft} noun="the edit" isSaving={edit.isSaving} />
      {edit.conflict && (
        <ConflictDialog edit={edit} orgId={orgId} theirs={edit.conflict} projectName={projectName} />
      )}
      <FormFrame
        onSave={edit.save}
        header={
          <EditHeader
            orgId={orgId}
            secretId={start.secretId}
            name={base.texts.name}
            changes={changed.length}
            draft={edit.draft.state}
          />
        }
        notice={
          edit.isRestored && (
            <RestoredNotice startedAt={edit.startedAt} isSaving={edit.isSaving} onDiscard={edit.startAnew} />
          )
        }
        fields={
          // Another state to stand on may have other line ends: the fields begin anew with it.
          <div key={base.revision} className="contents">
            <NameField control={control} isSaving={edit.isSaving} was={base.texts.name} autoFocus />
            <ValueField control={control} isSaving={edit.isSaving} was={base.texts.value} />
            <ProjectField control={control} isSaving={edit.isSaving} organization={organization} was={was} />
            <NoteField control={control} isSaving={edit.isSaving} was={base.texts.note} />
          </div>
        }
        aside={
          <>
            <div>
              <h2 id="will-be-saved" className="text-section font-semibold">
                What will be saved
              </h2>
              <ListCheckLine base={base} check={edit.check} />
            </div>
            <WhatWillBeSaved before={base.texts} after={typed} changed={changed} projectName={projectName} />
            {edit.isDirty && (
              <AfterSaving
                isValueChanged={changed.includes('value')}
                isMoved={changed.includes('projectId')}
                next={next}
              />
            )}
          </>
        }
        footer={
          <>
            <FormActs
              noun="the edit"
              saveLabel="Save secret"
              backLabel="Back to the secret"
              form={edit}
              onCreateAnew={() => setCreating(true)}
            />
            {isCreating && (
              <CreateAnewDialog
                organization={organization}
                typed={typed}
                place={start.place}
                onDone={edit.forget}
                onClose={() => setCreating(false)}
              />
            )}
          </>
        }
      />
    </>
  )
}
