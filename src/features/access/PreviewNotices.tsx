import { rightWords } from '#/domain/access/facts'
import { Callout } from '#/ui/Callout'
import type { EditedRow } from './grant-edit'
import { nameOf } from './names'
import type { Names } from './names'

/** Somebody else changed the same grantees: both states, and nothing was sent. */
export function ConflictNotice({
  ids,
  rows,
  names,
}: {
  ids: readonly string[]
  rows: readonly EditedRow[]
  names: Names
}) {
  if (ids.length === 0) return null
  return (
    <Callout
      tone="warning"
      role="alert"
      title="Somebody else changed the same access meanwhile. Nothing was saved."
    >
      <ul className="mt-1">
        {ids.map((id) => {
          const row = rows.find((r) => r.id === id)
          return (
            <li key={id}>
              <strong className="font-medium">{nameOf(names, id)}</strong> has now:{' '}
              {rightWords(row?.before ?? 0).toLowerCase()}. You want:{' '}
              {rightWords(row?.after ?? 0).toLowerCase()}.
            </li>
          )
        })}
      </ul>
      Save again to put yours in its place, or undo the row to keep theirs.
    </Callout>
  )
}

export function SaveRefused({ error, half }: { error: Error | null; half: string | null }) {
  if (half !== null) {
    return (
      <Callout tone="danger" role="alert" title="Half of it was saved.">
        The machine accounts are written, people and groups are not: {half} The list was read again; what is
        left is still marked.
      </Callout>
    )
  }
  if (!error) return null
  return (
    <Callout tone="danger" role="alert" title="The changes were not saved.">
      {refusalWords(error)}
    </Callout>
  )
}

/** 404 means four things here, and the server does not tell which. */
function refusalWords(error: Error): string {
  if (!('status' in error) || error.status !== 404) return error.message
  return 'The server answers “not found”: a grantee is gone meanwhile, the object is gone, a machine account was added that your account cannot write, or you have lost the right to change access here. Read the page again to see which.'
}
