import { actorKey, actorOf } from '#/domain/events/actor'
import { clientOf } from '#/domain/events/clients'
import { categoryOf, eventCode, severityOf } from '#/domain/events/codes'
import { shownActor, shownObject, type EventNames } from '#/domain/events/names'
import { eventSentence, objectKey, objectOf, sentenceText } from '#/domain/events/sentence'
import type { EventRow } from '#/domain/events/row'
import { ACTOR_FIELDS, OBJECT_FIELDS } from '#/domain/events/store'
import { dateOf, msOf } from '#/domain/events/tick'
import type { TimeZoneChoice } from '#/domain/time-words'
import { DIALECTS, type Dialect, type Field, type RowFormat } from './dialects'
import { stampOf } from './export-time'
import type { PickedRows } from './picked-rows'

/** Of sentences: rows that differ by their moment alone share one. */
const MOST_KEPT = 50_000

/** All fields of a row in a file: what the page shows, then what the server sent under the server's names. */
export const ROW_FIELDS: readonly string[] = [
  ...['date', 'localTime'],
  ...['type', 'typeName', 'category', 'severity'],
  ...['what', 'actor', 'actorName', 'object', 'objectName', 'client'],
  ...['deviceType', 'ipAddress'],
  ...[...ACTOR_FIELDS, 'systemUser'],
  ...[...OBJECT_FIELDS, 'domainName'],
]

/** Rows as the lines of a file, with names joined in. */
export class RowLines {
  readonly dialect: Dialect
  readonly #rows: PickedRows
  readonly #names: EventNames
  readonly #zone: TimeZoneChoice
  readonly #types: string[] = []
  readonly #devices: string[] = []
  readonly #addresses: string[] = []
  readonly #actors: string[] = []
  readonly #objects: string[] = []
  readonly #said = new Map<number, string>()
  readonly #actorRows: EventRow[] = []
  readonly #objectRows: EventRow[] = []
  readonly #typeRows: EventRow[] = []
  readonly #actorNames = new Map<number, string>()
  readonly #objectNames = new Map<number, string>()
  readonly #clients = new Map<number, string>()
  /** Of the dictionaries as they were at the beginning: the numbers of all rows lie below. */
  readonly #sizes: readonly [actorIds: number, objectIds: number]

  constructor(rows: PickedRows, names: EventNames, zone: TimeZoneChoice, format: RowFormat) {
    this.dialect = DIALECTS[format]
    this.#rows = rows
    this.#names = names
    this.#zone = zone
    this.#sizes = [rows.store.actorIds.size, rows.store.objectIds.size]
  }

  /** Lines `from` to, not including, `to`, with what begins and ends the file where they are its first or last. */
  text(from: number, to: number): string {
    const { begin, between, end } = this.dialect
    const lines: string[] = []
    for (let at = from; at < to; at += 1) lines.push(this.#line(at))
    const isLast = to >= this.#rows.count
    return `${from === 0 ? begin(ROW_FIELDS) : ''}${lines.join(between)}${isLast ? end : between}`
  }

  #line(at: number): string {
    const { tick, type, device, address, actorIds, objectIds } = this.#rows
    const [moment, t, d] = [tick[at] as number, type[at] as number, device[at] as number]
    const [ip, a, o] = [address[at] as number, actorIds[at] as number, objectIds[at] as number]
    const date = dateOf(moment)
    return this.dialect.line([
      this.dialect.when(date, stampOf(date, msOf(moment), this.#zone)),
      (this.#types[t] ??= this.#typePiece(t)),
      this.#whatPiece(t, a, o),
      this.#actorNamePiece(t, a, o),
      this.#objectNamePiece(t, a, o),
      this.#clientPiece(d, a),
      (this.#devices[d] ??= this.#piece([['deviceType', this.#rowOf({ device: d }).deviceType]])),
      (this.#addresses[ip] ??= this.#piece([['ipAddress', this.#rowOf({ address: ip }).ipAddress]])),
      (this.#actors[a] ??= this.#actorPiece(a)),
      (this.#objects[o] ??= this.#objectPiece(o)),
    ])
  }

  #piece(fields: readonly Field[]): string {
    return this.dialect.piece(fields)
  }

  #rowOf(numbers: {
    type?: number
    device?: number
    address?: number
    actorIds?: number
    objectIds?: number
  }) {
    const none = { tick: 0, type: 0, device: 0, address: 0, actorIds: 0, objectIds: 0 }
    return this.#rows.store.rowOf({ ...none, ...numbers })
  }

  /** The row without its moment, client and address, put together from parts that were read once. */
  #joinedRow(type: number, actorIds: number, objectIds: number): EventRow {
    const actor = this.#actorRow(actorIds)
    return {
      ...this.#objectRow(objectIds),
      actingUserId: actor.actingUserId,
      userId: actor.userId,
      serviceAccountId: actor.serviceAccountId,
      installationId: actor.installationId,
      providerId: actor.providerId,
      providerUserId: actor.providerUserId,
      systemUser: actor.systemUser,
      type: this.#typeRow(type).type,
    }
  }

  #actorRow(actorIds: number): EventRow {
    return (this.#actorRows[actorIds] ??= this.#rowOf({ actorIds }))
  }

  #objectRow(objectIds: number): EventRow {
    return (this.#objectRows[objectIds] ??= this.#rowOf({ objectIds }))
  }

  #typeRow(type: number): EventRow {
    return (this.#typeRows[type] ??= this.#rowOf({ type }))
  }

  #typePiece(number: number): string {
    const { type } = this.#rowOf({ type: number })
    return this.#piece([
      ['type', type],
      ['typeName', eventCode(type)?.name ?? null],
      ['category', categoryOf(type)],
      ['severity', severityOf(type)],
    ])
  }

  #actorPiece(number: number): string {
    const row = this.#rowOf({ actorIds: number })
    const ids = ACTOR_FIELDS.map((field): Field => [field, row[field]])
    return this.#piece([...ids, ['systemUser', row.systemUser]])
  }

  #objectPiece(number: number): string {
    const row = this.#rowOf({ objectIds: number })
    const ids = OBJECT_FIELDS.map((field): Field => [field, row[field]])
    return this.#piece([...ids, ['domainName', row.domainName]])
  }

  #whatPiece(type: number, actorIds: number, objectIds: number): string {
    const [actors, objects] = this.#sizes
    const key = (type * actors + actorIds) * objects + objectIds
    const known = this.#said.get(key)
    if (known !== undefined) return known
    if (this.#said.size >= MOST_KEPT) this.#said.clear()
    const row = this.#joinedRow(type, actorIds, objectIds)
    const piece = this.#piece([['what', sentenceText(eventSentence(row), this.#names)]])
    this.#said.set(key, piece)
    return piece
  }

  /** Who acted does not depend on the object, but for a domain's name. */
  #actorNamePiece(type: number, actorIds: number, objectIds: number): string {
    const made = () => {
      const actor = actorOf(this.#joinedRow(type, actorIds, objectIds))
      return this.#piece([
        ['actor', actorKey(actor)],
        ['actorName', shownActor(actor, this.#names).text],
      ])
    }
    if (this.#objectRow(objectIds).domainName !== null) return made()
    return kept(this.#actorNames, type * this.#sizes[0] + actorIds, made)
  }

  /** What it was done to does not depend on the actor, where it is no person. */
  #objectNamePiece(type: number, actorIds: number, objectIds: number): string {
    const made = () => {
      const object = objectOf(this.#joinedRow(type, actorIds, objectIds))
      return this.#piece([
        ['object', object && objectKey(object)],
        ['objectName', object && shownObject(object.kind, object.id, this.#names).text],
      ])
    }
    const category = categoryOf(this.#typeRow(type).type)
    if (category !== 'secret' && category !== 'project') return made()
    return kept(this.#objectNames, type * this.#sizes[1] + objectIds, made)
  }

  #clientPiece(device: number, actorIds: number): string {
    return kept(this.#clients, device * this.#sizes[0] + actorIds, () => {
      const { serviceAccountId } = this.#actorRow(actorIds)
      const { deviceType } = this.#rowOf({ device })
      return this.#piece([['client', clientOf({ deviceType, serviceAccountId }).label]])
    })
  }
}

function kept(pieces: Map<number, string>, key: number, make: () => string): string {
  const known = pieces.get(key)
  if (known !== undefined) return known
  const made = make()
  pieces.set(key, made)
  return made
}
