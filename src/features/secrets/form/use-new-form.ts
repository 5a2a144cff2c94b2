import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { createSecret, secretListQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import type { SecretTexts } from '#/domain/secret-conflict'
import { useDraft } from '#/forms/use-draft'
import { useIsHere } from '#/forms/use-is-here'
import { useTyped, useTypedForm } from '#/forms/use-typed-form'
import { secretId } from '#/session/secret-columns'
import { showToast } from '#/ui/toast-store'
import { closedReason } from './closed-reason'
import { newSince } from './new-since'
import { saveFailure, type SaveFailure } from './save-failure'
import { changedFields, type SecretDraft, type WaitingDraft } from './secret-draft'
import { secretSchema } from './secret-schema'

interface Start {
  orgId: string
  place: string
  /** Chosen from the start; null for none. */
  projectId: string | null
  mustHaveProject: boolean
  draft: WaitingDraft | null
}

const MUST = 'Choose a project: only owners and admins may keep a secret without one.'
const freeSchema = secretSchema(null)
const projectSchema = secretSchema(MUST)

export function useNewForm({ orgId, place, projectId, mustHaveProject, draft: waiting }: Start) {
  const found = waiting?.content ?? null
  const isHere = useIsHere()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { timeZone } = useSettings()
  const [empty] = useState<SecretTexts>({ name: '', value: '', note: '', projectId })
  const [startedAt, setStartedAt] = useState(() => found?.startedAt ?? Date.now())
  const [isRestored, setRestored] = useState(found !== null)
  const [failure, setFailure] = useState<SaveFailure | null>(null)
  // Ids that were there before the first attempt: an unclear answer is looked up against them.
  const [idsBefore, setIdsBefore] = useState<string | null>(null)
  const form = useTypedForm(mustHaveProject ? projectSchema : freeSchema, found?.typed ?? empty)
  const typed = useTyped(form.control)
  const draft = useDraft<SecretDraft>(place, waiting && { ...waiting, startedAt: waiting.content.startedAt })
  const isDirty = changedFields(empty, typed).length > 0
  const create = useMutation(createSecret(client, orgId))

  const { change } = draft
  useEffect(() => {
    change(isDirty ? { v: 1, startedAt, typed, base: null } : null)
  }, [change, isDirty, startedAt, typed])

  function send(values: SecretTexts) {
    setFailure(null)
    setIdsBefore((ids) => ids ?? client.getQueryData(secretListQuery(orgId).queryKey)?.ids ?? null)
    const { name, value, note } = values
    const secret = { name: name ?? '', value: value ?? '', note: note ?? '', projectId: values.projectId }
    // The promise, as callbacks of `mutate` are skipped after a lock has taken the form away.
    create.mutateAsync(secret).then(
      ({ id }) => void open(id),
      (error: unknown) => {
        const failed = saveFailure(error, Date.now(), timeZone)
        setFailure(failed)
        for (const [field, message] of Object.entries(failed.fields))
          form.refuse(field as keyof typeof failed.fields, message)
      },
    )
  }

  async function open(id: string) {
    await draft.finish()
    showToast('Secret created')
    if (!isHere()) return
    await navigate({
      to: '/orgs/$orgId/secrets/$secretId',
      params: { orgId, secretId: id },
      ignoreBlocker: true,
    })
  }

  async function discard() {
    await draft.finish()
    await navigate({ to: '/orgs/$orgId/secrets', params: { orgId } })
  }

  async function lookWhetherItArrived(): Promise<string> {
    try {
      const list = await client.fetchQuery({ ...secretListQuery(orgId), staleTime: 0 })
      const [row] = newSince(list, idsBefore, typed.name ?? '')
      return arrivalWords(row === undefined ? null : secretId(list, row), idsBefore !== null)
    } catch (error) {
      return `It is still not known: ${error instanceof Error ? error.message : 'the list could not be read.'}`
    }
  }

  const blank = (typed.name ?? '').trim() === ''
  return {
    control: form.control,
    typed,
    isDirty,
    draft,
    startedAt,
    isRestored,
    failure,
    isSaving: create.isPending,
    // A blank name is told under the field when it is tried; only what is too long closes the button.
    closed: blank ? closedReason({ ...typed, name: 'x' }) : closedReason(typed),
    save: () => {
      if (!create.isPending) form.submit(send)
    },
    leave: () => void discard(),
    startAnew: () => {
      setRestored(false)
      setStartedAt(Date.now())
      form.fill(empty)
    },
    lookWhetherItArrived,
  }
}

function arrivalWords(id: string | null, isSurelyNew: boolean): string {
  if (id === null)
    return 'It has not arrived: no new secret of this name is there. Save again when you are ready.'
  const since = isSurelyNew ? 'and was not before' : 'perhaps since before'
  return `A secret of this name is there (${id.slice(0, 8)}), ${since}. It was most likely saved: discard this form, or save to have it twice.`
}
