import { Link } from '@tanstack/react-router'
import { useSettings } from '#/data/settings'
import { dayOf } from '#/domain/time-words'
import { Checkbox } from '#/ui/Checkbox'
import { stateWords, type WorksheetRow } from './worksheet'

/** Drawn at once; the file has all. */
const DRAWN = 300

interface Props {
  orgId: string
  rows: readonly WorksheetRow[]
  done: ReadonlySet<string>
  onMark: (id: string, isDone: boolean) => void
  isReading: boolean
}

const heads = [
  ['Secret', ''],
  ['Project', 'w-40 max-sm:hidden'],
  ['State', 'w-72 max-xl:w-48 max-lg:hidden'],
  ['Last read', 'w-28'],
] as const

export function WorksheetTable({ orgId, rows, done, onMark, isReading }: Props) {
  const { timeZone } = useSettings()
  if (rows.length === 0)
    return (
      <p className="mt-6 text-muted">
        {isReading ? 'No read of this member is found so far.' : 'There is nothing to renew.'}
      </p>
    )
  return (
    <>
      <table className="mt-3 w-full table-fixed">
        <caption className="sr-only">Secrets to work off</caption>
        <thead>
          <tr className="border-y border-line-strong text-left text-meta text-muted">
            <th scope="col" className="w-8 py-1.5">
              <span className="sr-only">Done</span>
            </th>
            {heads.map(([head, width]) => (
              <th key={head} scope="col" className={`py-1.5 font-normal ${width}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, DRAWN).map((row) => (
            <tr key={row.id} className="h-9 border-b border-line">
              <td>
                <Checkbox
                  aria-label={`Worked off: ${labelOf(row)}`}
                  checked={done.has(row.id)}
                  onChange={(event) => onMark(row.id, event.target.checked)}
                />
              </td>
              <td className="truncate pr-3">
                {row.isListed ? (
                  <Link
                    to="/orgs/$orgId/secrets/$secretId"
                    params={{ orgId, secretId: row.id }}
                    className="font-mono font-medium hover:underline"
                  >
                    {labelOf(row)}
                  </Link>
                ) : (
                  <span className="text-muted" title={row.id}>
                    Secret {row.id.slice(0, 8)}: deleted, or not told to you
                  </span>
                )}
              </td>
              <td className="truncate pr-3 max-sm:hidden">
                {row.project ?? <span className="text-muted">–</span>}
              </td>
              <td className="truncate pr-3 text-muted max-xl:whitespace-normal max-lg:hidden">
                {stateWords[row.state]}
              </td>
              <td className="whitespace-nowrap text-muted">
                {row.lastRead === null ? '–' : dayOf(row.lastRead, timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > DRAWN && (
        <p className="mt-2 text-muted">
          and {(rows.length - DRAWN).toLocaleString('en-GB')} more, which are in the file.
        </p>
      )}
    </>
  )
}

const labelOf = ({ name, id }: WorksheetRow) => name ?? `Secret ${id.slice(0, 8)}, name cannot be decrypted`
