import type { RosterMember } from './organization-types'

/** What a member is called where others are listed; by id where this account may not list the members. */
export const personName = (person: Pick<RosterMember, 'name' | 'email'> | undefined, id: string): string =>
  person ? (person.name?.trim() ? person.name : person.email) : `Member ${id.slice(0, 8)}`
