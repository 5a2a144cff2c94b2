/**
 * What a page will ask for anyway is begun beside its code, not after it. Not awaited, and a file that does not come is
 * the page's to tell: it needs the same one.
 */
export const begin = (organizationId: string, what: 'beginLists' | 'beginSecrets') =>
  void import('#/shell/begin').then(
    (begins) => begins[what](organizationId),
    () => undefined,
  )
