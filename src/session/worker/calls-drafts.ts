import { survivesLock } from './call'
import { listDrafts, putDraft, readDraft, removeDraft } from './drafts'
import type { Context } from './vault'

export const draftCalls = {
  putDraft: survivesLock((c: Context, a: { place: string; startedAt: number; content: unknown }) =>
    putDraft(c, a.place, a.startedAt, a.content),
  ),
  readDraft: (c: Context, a: { place: string }) => readDraft(c, a.place),
  listDrafts: survivesLock((c: Context) => listDrafts(c)),
  removeDraft: survivesLock((c: Context, a: { place: string }) => removeDraft(c, a.place)),
}
