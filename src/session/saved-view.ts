/** A way of looking at the list of secrets, kept by one person in one browser. */
export interface SavedView {
  id: string
  name: string
  /** The free text; it may hold a name, so a view is sealed whole. */
  text: string
  /** Operators and ids, as they stand in the URL. */
  search: Record<string, string>
}
