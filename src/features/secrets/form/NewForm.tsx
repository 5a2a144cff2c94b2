import { SecretsLink } from '#/features/secrets/SecretsLink'
import { UnsavedGuard } from '#/forms/UnsavedGuard'
import { mayLeaveWithoutProject } from '#/domain/rights'
import type { OrganizationView } from '#/session/protocol'
import { Breadcrumbs } from '#/ui/Breadcrumbs'
import { PageHeader } from '#/ui/PageHeader'
import { AfterSaving } from './AfterSaving'
import { DraftStatus } from './DraftStatus'
import { FormActs } from './FormActs'
import { FormFrame } from './FormFrame'
import { NameField } from './NameField'
import { NewSummary } from './NewSummary'
import { NoteField } from './NoteField'
import { ProjectField } from './ProjectField'
import { RestoredNotice } from './RestoredNotice'
import type { WaitingDraft } from './secret-draft'
import { useNewForm } from './use-new-form'
import { ValueField } from './ValueField'
import { WaitingSecrets } from './WaitingSecrets'

interface Props {
  organization: OrganizationView
  place: string
  slot: string
  projectId: string | null
  draft: WaitingDraft | null
}

export function NewForm({ organization, slot, ...start }: Props) {
  const orgId = organization.id
  const mustHaveProject = mayLeaveWithoutProject(organization) !== true
  const form = useNewForm({ ...start, orgId, mustHaveProject })
  return (
    <>
      <UnsavedGuard draft={form.draft} noun="the secret" isSaving={form.isSaving} />
      <FormFrame
        onSave={form.save}
        header={
          <PageHeader
            hasLine
            title="New secret"
            breadcrumbs={<Breadcrumbs items={[{ key: 'secrets', link: <SecretsLink orgId={orgId} /> }]} />}
            actions={<DraftStatus state={form.draft.state} />}
          />
        }
        notice={
          form.isRestored ? (
            <RestoredNotice
              isNew
              startedAt={form.startedAt}
              isSaving={form.isSaving}
              onDiscard={form.startAnew}
            />
          ) : (
            !form.isDirty && <WaitingSecrets orgId={orgId} slot={slot} />
          )
        }
        fields={
          <>
            <NameField control={form.control} isSaving={form.isSaving} was="" autoFocus />
            <ValueField control={form.control} isSaving={form.isSaving} />
            <ProjectField control={form.control} isSaving={form.isSaving} organization={organization} />
            <NoteField control={form.control} isSaving={form.isSaving} />
          </>
        }
        aside={
          <>
            <NewSummary orgId={orgId} typed={form.typed} mustHaveProject={mustHaveProject} />
            <AfterSaving isNew isValueChanged isMoved={false} />
          </>
        }
        footer={
          <FormActs
            noun="the new secret"
            saveLabel="Create secret"
            backLabel="Back to the list"
            form={form}
          />
        }
      />
    </>
  )
}
