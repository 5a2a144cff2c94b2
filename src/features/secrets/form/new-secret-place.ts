const PLACE = /^\/orgs\/([^/?#]+)\/secrets\/new\?draft=([^&#]+)$/

/** Where the draft of a new secret is kept: the address of its form. */
export const newSecretPlace = (organizationId: string, slot: string) =>
  `/orgs/${organizationId}/secrets/new?draft=${slot}`

/** The slot that such a place names; null for all other places. */
export function slotOf(place: string, organizationId: string): string | null {
  const [, organization, slot] = PLACE.exec(place) ?? []
  return organization === organizationId && slot ? slot : null
}
