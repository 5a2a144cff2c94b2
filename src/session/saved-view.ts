/** Lists that can be kept as they are looked at. */
export type ViewPage = 'secrets' | 'events'

/** A way of looking at a list, kept by one person in one browser. */
export interface SavedView {
  id: string
  /** Left out: the list of secrets, which had views first. */
  page?: ViewPage
  name: string
  /** The free text; it may hold a name, so a view is sealed whole. */
  text: string
  /** Operators and ids, as they stand in the URL. */
  search: Record<string, string>
}
