import { idFor } from '#/mocks/seed/random'

/** Where things stand in the demo seed: ids follow from names. */
export const harbourline = idFor('organization/harbourline')
export const tidewater = idFor('organization/tidewater')
/** The one of the `large` seed. */
export const longshore = idFor('organization/large')
export const secretId = (label: string) => idFor(`secret/${label}`)
export const tidewaterSecretId = (name: string) => idFor(`tidewater/secret/${name}`)
export const projectId = (name: string) => idFor(`project/${name}`)

export const secretList = `/orgs/${harbourline}/secrets`
export const projectList = `/orgs/${harbourline}/projects`
export const settings = `/orgs/${harbourline}/settings`
export const secretPath = (label: string) => `${secretList}/${secretId(label)}`
export const projectPath = (name: string) => `${projectList}/${projectId(name)}`
export const machineId = (name: string) => idFor(`machine/${name}`)
export const machineList = `/orgs/${harbourline}/machine-accounts`
export const machinePath = (name: string) => `${machineList}/${machineId(name)}`

export const explorer = `/orgs/${harbourline}/access`
