/** Where drafts are kept: the page, and which dialog or sheet of it. */
export const newCollectionPlace = (organizationId: string) => `/orgs/${organizationId}/collections#new`
export const renameCollectionPlace = (organizationId: string, id: string) =>
  `/orgs/${organizationId}/collections/${id}#rename`
export const editCollectionPlace = (organizationId: string, id: string) =>
  `/orgs/${organizationId}/collections/${id}#edit`
