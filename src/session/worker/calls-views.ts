import type { SavedView } from '#/session/saved-view'
import type { InOrganization } from './call'
import type { Context } from './vault'
import { listViews, saveViews } from './views'

export const viewCalls = {
  listViews: (c: Context, a: InOrganization) => listViews(c, a.organizationId),
  saveViews: (c: Context, a: InOrganization & { views: SavedView[] }) =>
    saveViews(c, a.organizationId, a.views),
}
