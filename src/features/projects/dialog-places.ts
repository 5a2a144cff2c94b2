/** Where the drafts of the two dialogs are kept: the page, and which dialog of it. */
export const newProjectPlace = (organizationId: string) => `/orgs/${organizationId}/projects#new`
export const renamePlace = (organizationId: string, projectId: string) =>
  `/orgs/${organizationId}/projects/${projectId}#rename`
