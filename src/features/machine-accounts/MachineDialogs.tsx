import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createMachine, renameMachine } from '#/data/machine-accounts'
import { NameDialog } from '#/forms/NameDialog'
import { showToast } from '#/ui/toast-store'
import type { MachineRow } from './machine-row'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface CreateProps {
  orgId: string
  others: readonly (string | null)[]
  onClose: () => void
}

export function CreateMachineDialog({ orgId, others, onClose }: CreateProps) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const create = useMutation(createMachine(client, orgId))
  return (
    <NameDialog
      field="machine"
      noun="machine account"
      place={`/orgs/${orgId}/machine-accounts#new`}
      title="New machine account"
      description="One for each program: a pipeline, a service, a cluster. It reads nothing until it is given a project, and signs in with access tokens of its own. You can use and change it from the start."
      initial=""
      confirmLabel="Create machine account"
      recorded={<TraceLink act="createMachine">{recordedAs('createMachine')}</TraceLink>}
      others={others}
      busy={create.isPending}
      error={create.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        create.mutateAsync(name, {
          onSuccess: ({ id }) => {
            onClose()
            showToast('Machine account created')
            void navigate({
              to: '/orgs/$orgId/machine-accounts/$machineId',
              params: { orgId, machineId: id },
            })
          },
        })
      }
    />
  )
}

interface RenameProps extends CreateProps {
  machine: Pick<MachineRow, 'id' | 'name'>
}

export function RenameMachineDialog({ orgId, machine, others, onClose }: RenameProps) {
  const client = useQueryClient()
  const rename = useMutation(renameMachine(client, orgId))
  return (
    <NameDialog
      field="machine"
      noun="machine account"
      place={`/orgs/${orgId}/machine-accounts/${machine.id}#rename`}
      title="Rename machine account"
      description={
        machine.name === null
          ? 'Its name cannot be decrypted. A new name replaces the spoiled one; its tokens and grants are not touched.'
          : 'Its tokens and what it may read stay as they are.'
      }
      initial={machine.name ?? ''}
      confirmLabel="Rename machine account"
      recorded={<TraceLink act="renameMachine">{recordedAs('renameMachine')}</TraceLink>}
      others={others}
      busy={rename.isPending}
      error={rename.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        rename.mutateAsync(
          { id: machine.id, name },
          {
            onSuccess: () => {
              onClose()
              showToast('Machine account renamed')
            },
          },
        )
      }
    />
  )
}
