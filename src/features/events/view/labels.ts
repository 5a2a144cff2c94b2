import { categoryName, CLIENT_CHOICES, MARK_CHOICES } from '#/domain/events/choices'
import { systemUserName } from '#/domain/events/clients'
import { eventCode } from '#/domain/events/codes'
import type { FacetName } from '#/domain/events/filter'
import { shownActor, shownObject, type EventNames, type NamedKind } from '#/domain/events/names'

/** A value of a facet as people call it. */
export function valueLabel(facet: FacetName, key: string, names: EventNames): string {
  switch (facet) {
    case 'category':
      return categoryName(key)
    case 'type':
      return `${key} ${
        eventCode(Number(key))
          ?.name.replace(/^[A-Za-z0-9]+_/, '')
          .replaceAll('_', ' ') ?? 'not known'
      }`
    case 'client':
      return CLIENT_CHOICES.find((client) => client.key === key)?.name ?? `Client ${key}`
    case 'severity':
      return { critical: 'Critical', notice: 'Notice', info: 'Ordinary' }[key] ?? key
    case 'is':
      return MARK_CHOICES.find((mark) => mark.key === key)?.name ?? key
    case 'address':
      return key === 'none' ? 'Not recorded' : key
    case 'object':
      return objectLabel(key, names)
    case 'actor':
      return actorLabel(key, names)
  }
}

const split = (key: string): [kind: string, id: string] => {
  const at = key.indexOf(':')
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
}

function actorLabel(key: string, names: EventNames): string {
  const [kind, id] = split(key)
  if (kind === 'account') return shownActor({ kind, id, providerId: null }, names).text
  if (kind === 'machine' || kind === 'installation') return shownActor({ kind, id }, names).text
  if (kind === 'system') return systemUserName(Number(id))
  if (kind === 'domain') return `Someone at ${id}`
  return shownActor({ kind: kind === 'outside' ? 'outside' : 'nobody' }, names).text
}

function objectLabel(key: string, names: EventNames): string {
  const [kind, id] = split(key)
  if (id === '') return 'Nothing in particular'
  return shownObject(kind as NamedKind, id, names).text
}

export const FACET_TITLES: Record<FacetName, string> = {
  category: 'Category',
  type: 'Type',
  actor: 'Actor',
  object: 'Object',
  client: 'Client',
  address: 'Address',
  severity: 'Severity',
  is: 'Notable',
}
