/** Where drafts are kept: the page, and which dialog or sheet of it. */
export const newGroupPlace = (organizationId: string) => `/orgs/${organizationId}/groups#new`
export const renameGroupPlace = (organizationId: string, id: string) =>
  `/orgs/${organizationId}/groups/${id}#rename`
export const editGroupPlace = (organizationId: string, id: string) =>
  `/orgs/${organizationId}/groups/${id}#edit`
