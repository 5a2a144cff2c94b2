import { useMutation, useQueryClient } from '@tanstack/react-query'
import { savePolicy } from '#/data/policies'
import type { FoundDraft } from '#/forms/draft-keeper'
import { useMergedEdit } from '#/forms/use-merged-edit'
import type { PolicyState } from '#/session/organization-types'
import { showToast } from '#/ui/toast-store'

/** Where the draft is kept: the page, and which sheet of it. */
export const policyPlace = (orgId: string, type: number) => `/orgs/${orgId}/policies/${type}#edit`

interface PolicyEdit {
  /** What was seen; after somebody else's save, theirs. */
  base: PolicyState
  wanted: PolicyState
}

const textOf = ({ enabled, data }: PolicyState) => JSON.stringify([enabled, data ?? {}])
const isTouched = ({ base, wanted }: PolicyEdit) => textOf(wanted) !== textOf(base)

/** What is set differently: kept as a sealed draft, until it is saved over exactly what was seen. */
export function usePolicyEdit(orgId: string, state: PolicyState, found: FoundDraft<string> | null) {
  const client = useQueryClient()
  const saving = useMutation(savePolicy(client, orgId))
  const { edit, change, discard, hasConflict, save } = useMergedEdit({
    place: policyPlace(orgId, state.type),
    found,
    read: { base: state, wanted: state } satisfies PolicyEdit,
    isChanged: isTouched,
    save: (wanted: PolicyEdit) => saving.mutateAsync(wanted),
    rebased: ({ wanted }, now: PolicyState) => ({ base: now, wanted }),
    onSaved: ({ outcome }) =>
      showToast(outcome === 'unchanged' ? 'The server has it so already. Nothing was sent.' : 'Policy saved'),
    onChange: saving.reset,
  })
  return {
    edit: edit.wanted,
    base: edit.base,
    isTouched: isTouched(edit),
    wasFound: found !== null && isTouched(edit),
    hasConflict,
    error: saving.error,
    isSaving: saving.isPending,
    change: (wanted: PolicyState) => change({ base: edit.base, wanted }),
    discard,
    save,
  }
}
