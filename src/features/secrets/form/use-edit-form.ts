import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSettings } from '#/data/settings'
import type { SecretTexts } from '#/domain/secret-conflict'
import { absoluteTime } from '#/domain/time-words'
import type { TimeZoneChoice } from '#/domain/time-words'
import { useDraft } from '#/forms/use-draft'
import { useIsHere } from '#/forms/use-is-here'
import { useTyped, useTypedForm } from '#/forms/use-typed-form'
import type { CallResult } from '#/session/call-types'
import { showToast } from '#/ui/toast-store'
import { closedReason } from './closed-reason'
import { baseOf, textsOf } from './edit-base'
import { changedFields, type SecretDraft, type WaitingDraft } from './secret-draft'
import { secretSchema } from './secret-schema'
import type { ListCheck } from './list-check'
import { useListCheck } from './use-list-check'
import { useSaveEdit, type Saved } from './use-save-edit'

export interface EditStart {
  orgId: string
  secretId: string
  place: string
  /** As it was read when the page opened; null where it could not be read and the draft alone is there. */
  read: CallResult<'readSecret'> | null
  draft: WaitingDraft | null
}

const schema = secretSchema(null)

/** All that an edit does: compare, seal, check, save, and put three states together when somebody was first. */
export function useEditForm({ orgId, secretId, place, read, draft: waiting }: EditStart) {
  const [found] = useState(() => unsaved(waiting, read))
  const isHere = useIsHere()
  const navigate = useNavigate()
  const { timeZone } = useSettings()
  const [base, setBase] = useState(() => found?.base ?? startOf(read))
  const [isRestored, setRestored] = useState(found !== null)
  // Somebody saved while the draft waited: the three states come first.
  const [conflict, setConflict] = useState(read && read.revisionDate !== base.revision ? read : null)
  const [slipped, setSlipped] = useState(false)
  const [startedAt, setStartedAt] = useState(() => found?.startedAt ?? Date.now())
  const form = useTypedForm(schema, found?.typed ?? base.texts)
  const typed = useTyped(form.control)
  const draft = useDraft<SecretDraft>(place, waiting && { ...waiting, startedAt: waiting.content.startedAt })
  const { check, look } = useListCheck(orgId, secretId, base)
  const changed = changedFields(base.texts, typed)
  const isDirty = changed.length > 0

  const saving = useSaveEdit(orgId, secretId, {
    onSaved: (result) => void leave(result),
    onConflict: (current, sent) =>
      changedFields(textsOf(current), sent).length === 0
        ? void leave({ outcome: 'unchanged' })
        : setConflict(current),
    onRefused: ({ fields }) => {
      setConflict(null)
      for (const [field, message] of Object.entries(fields))
        form.refuse(field as keyof typeof fields, message)
    },
  })

  const { change } = draft
  useEffect(() => {
    change(isDirty ? { v: 1, startedAt, typed, base } : null)
  }, [change, isDirty, startedAt, typed, base])

  async function leave(result: Saved | null) {
    await draft.finish()
    if (!isHere()) return
    if (result?.outcome === 'saved' && result.slippedIn === true) {
      setSlipped(true)
      return
    }
    if (result) showToast(savedWords(result))
    await navigate({ to: '/orgs/$orgId/secrets/$secretId', params: { orgId, secretId }, ignoreBlocker: true })
  }

  function startAnew() {
    const fresh = read ? baseOf(read) : base
    setConflict(null)
    setRestored(false)
    setBase(fresh)
    setStartedAt(Date.now())
    form.fill(fresh.texts)
  }

  // From here on the edit stands on their state: what is shown as changed, and a later conflict.
  function takeMerged(merged: SecretTexts): string {
    if (conflict) setBase(baseOf(conflict))
    form.fill(merged)
    return conflict?.revisionDate ?? base.revision
  }

  async function lookWhetherItArrived(): Promise<string> {
    return arrivalWords(await look(), base.revision, timeZone)
  }

  return {
    control: form.control,
    base,
    typed,
    changed,
    isDirty,
    check,
    draft,
    startedAt,
    isRestored,
    conflict,
    closeConflict: () => setConflict(null),
    slipped,
    failure: saving.failure,
    isSaving: saving.isSaving,
    closed: !isDirty ? 'Nothing differs from what was read.' : closedReason(typed),
    save: () => {
      if (!saving.isSaving && !conflict && isDirty)
        form.submit((values) => saving.save(values, base.revision))
    },
    saveMerged: (merged: SecretTexts) => saving.save(merged, takeMerged(merged)),
    editMerged: (merged: SecretTexts) => {
      takeMerged(merged)
      setConflict(null)
    },
    /** What was typed has become something else: its draft goes. */
    forget: () => draft.finish(),
    leave: () => void leave(null),
    startAnew,
    lookWhetherItArrived,
  }
}

// Where the server already has what the draft holds, it was saved: the draft goes without a word.
function unsaved(waiting: WaitingDraft | null, read: EditStart['read']): SecretDraft | null {
  if (!waiting || (read && changedFields(textsOf(read), waiting.content.typed).length === 0)) return null
  return waiting.content
}

function startOf(read: EditStart['read']) {
  if (!read) throw new Error('An edit starts from a read or from a draft.')
  return baseOf(read)
}

function arrivalWords(seen: ListCheck, revision: string, zone: TimeZoneChoice): string {
  if (seen.state === 'unknown') return `It is still not known: ${seen.error.message}`
  if (seen.state === 'gone')
    return 'The secret is no longer in the list. It was deleted, or you may no longer read it.'
  if (seen.state === 'same')
    return `It has not arrived: the server still has the state of ${absoluteTime(Date.parse(revision), zone)}. Save again when you are ready.`
  return `The server has a newer state, of ${absoluteTime(seen.changed, zone)}. Save again: if it is yours, nothing more is sent; if it is somebody else’s, both open side by side.`
}

/** Most members may not read the log: what is not known to them is said, and does not stop them. */
function savedWords(result: Saved): string {
  if (result.outcome === 'unchanged') return 'Nothing to send: the server has exactly this'
  return result.slippedIn === false
    ? 'Secret saved'
    : 'Secret saved. Whether somebody else saved in the same moment is not known, as the log was not readable.'
}
