import { Link } from '@tanstack/react-router'
import { Bot } from 'lucide-react'
import { compareNames } from '#/domain/sort'
import type { CallResult } from '#/session/call-types'
import { AccessMark } from '#/ui/AccessMark'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { useNow } from '#/ui/use-now'
import { reachWords, readWords } from './machine-words'
import { useMachineReads } from './use-machine-reads'
import type { ProjectFacts } from './use-projects'

type Machine = NonNullable<CallResult<'listProjectMachines'>>[number]

interface Props {
  orgId: string
  project: ProjectFacts
  machines: readonly Machine[]
}

const nameOf = ({ id, name }: Machine) => (name.ok ? name.text : `Machine account ${id.slice(0, 8)}`)
const cell = 'px-4 py-2 align-baseline'

export function MachineTable({ orgId, project, machines }: Props) {
  const sorted = machines.toSorted((a, b) => compareNames(nameOf(a), nameOf(b)))
  const { reads, reach, secrets, ask } = useMachineReads(
    orgId,
    project.id,
    sorted.map(({ id }) => id),
  )
  const now = useNow()
  return (
    <>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <caption className="sr-only">Machine accounts with access to this project</caption>
          <thead className="border-b border-line-strong text-meta text-muted">
            <tr>
              <th scope="col" className={`${cell} font-normal`}>
                Name
              </th>
              <th scope="col" className={`${cell} font-normal max-sm:hidden`}>
                Id
              </th>
              <th scope="col" className={`${cell} font-normal`}>
                Access
              </th>
              <th scope="col" className={`${cell} font-normal max-lg:hidden`}>
                Of all that it can reach
              </th>
              <th scope="col" className={`${cell} text-right font-normal`}>
                Reads here, 30 days
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((machine) => (
              <tr key={machine.id} className="border-b border-line">
                <th scope="row" className={`${cell} min-w-40 font-medium`}>
                  <span className="flex min-w-0 items-baseline gap-2">
                    <Icon of={Bot} size={14} className="translate-y-0.5 text-muted" />
                    <Link
                      to="/orgs/$orgId/machine-accounts/$machineId"
                      params={{ orgId, machineId: machine.id }}
                      className="min-w-0 underline-offset-2 wrap-anywhere hover:underline"
                      dir="auto"
                    >
                      {nameOf(machine)}
                    </Link>
                  </span>
                </th>
                <td className={`${cell} font-mono text-meta text-muted max-sm:hidden`}>
                  {machine.id.slice(0, 8)}
                </td>
                <td className={cell}>
                  <span className="max-sm:hidden">
                    <AccessMark canWrite={machine.canWrite} />
                  </span>
                  <span className="sm:hidden">
                    <AccessMark canWrite={machine.canWrite} isShort />
                  </span>
                </td>
                <td className={`${cell} text-muted max-lg:hidden`}>
                  {reach.isPending ? '' : reachWords(secrets, reach.data?.[machine.id])}
                </td>
                <td className={`${cell} text-right text-muted`}>
                  {reads.isFetching ? '…' : readWords(reads.data?.[machine.id], now)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="px-4 py-3 text-meta text-muted">
        From the access policies of the project. Access to a single secret is set on the secret itself and is
        not listed here. Reads come from the machine accounts’ event logs; looking at them leaves no event.
      </p>
      {ask && (
        <div className="px-4 pb-4">
          <Button onClick={ask}>Look up the reads of {machines.length} machine accounts</Button>
        </div>
      )}
      {reads.error && (
        <p role="status" className="px-4 pb-4 text-meta text-warning">
          The reads could not be looked up: {reads.error.message}
        </p>
      )}
    </>
  )
}
