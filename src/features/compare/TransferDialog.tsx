import { Activity, Copy, FolderInput } from 'lucide-react'
import { useState } from 'react'
import { oneEvent } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import type { ConflictChoice, TransferAct } from '#/domain/project-transfer'
import { looksWords } from '#/jobs/cost-words'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Dialog } from '#/ui/Dialog'
import { Segmented } from '#/ui/Segmented'
import { Select } from '#/ui/Select'
import { counted } from '#/lib/counted'
import { TransferRows } from './TransferRows'
import { projectName } from './use-comparison'
import { useTransfer, type TransferWish } from './use-transfer'

interface Props extends TransferWish {
  onClose: () => void
}

const choiceWords: Record<ConflictChoice, string> = {
  skip: 'Skip it',
  overwrite: 'Overwrite',
  'keep-both': 'Keep both',
}

/** What would happen to each row, decided row by row; then it goes through the paced queue. */
export function TransferDialog({ onClose, ...wish }: Props) {
  const [act, setAct] = useState<TransferAct>('copy')
  const transfer = useTransfer(wish, act)
  const { rows, conflicts, cost, count, overwrites, choose, chooseAll } = transfer
  const to = projectName(wish.to)
  const from = projectName(wish.from)
  const verb = act === 'copy' ? 'Copy' : 'Move'
  const sources = counted(wish.sources.length, 'secret')
  return (
    <Dialog
      title={`${verb} ${sources} from ${from} to ${to}`}
      width={720}
      busy={transfer.isStarting}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="solid"
            icon={act === 'copy' ? Copy : FolderInput}
            busy={transfer.isStarting}
            disabledReason={transfer.closed}
            onClick={() => transfer.start(onClose)}
          >
            {verb} {counted(count, 'secret')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Segmented<TransferAct>
          label="Act"
          value={act}
          onChange={setAct}
          options={[
            { value: 'copy', label: 'Copy', icon: Copy },
            { value: 'move', label: 'Move', icon: FolderInput },
          ]}
        />
        <p className="text-muted">
          {act === 'copy'
            ? 'Each is read and created anew with name, value and note. Access to single secrets and earlier versions are not copied.'
            : `Each is read and put into ${to}, with its versions. Who reaches it through ${from} alone loses it; who reads ${to} gains it.`}
        </p>
        {conflicts > 0 && <ForAll count={conflicts} to={to} onChoose={chooseAll} />}
        <TransferRows act={act} rows={rows} choose={choose} words={choiceWords} />
        {overwrites > 0 && (
          <Callout tone="warning">
            {counted(overwrites, 'value')} of {to} {overwrites === 1 ? 'is' : 'are'} replaced. The server
            keeps the value of before as a version
            {act === 'move' && `; those of ${from} go to the trash`}. One that is changed meanwhile is left
            alone.
          </Callout>
        )}
        {transfer.gone && (
          <Callout tone="danger" role="alert">
            {transfer.gone} Nothing was sent.
          </Callout>
        )}
        {transfer.error && (
          <Callout tone="danger" role="alert">
            {transfer.error.message}
          </Callout>
        )}
        <Callout icon={Activity}>
          {counted(cost.reads, 'read')} and {counted(cost.writes, 'write')}, {counted(cost.events, 'event')}{' '}
          under your name: one <TraceLink act="readSecrets">{oneEvent('readSecret')}</TraceLink> for each
          read, one more for each write. {looksWords(transfer.looks, !wish.organization.canReadEvents)}{' '}
          {transfer.timeWords}
        </Callout>
      </div>
    </Dialog>
  )
}

interface ForAllProps {
  count: number
  to: string
  onChoose: (choice: ConflictChoice) => void
}

function ForAll({ count, to, onChoose }: ForAllProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-2">
      <p>
        <b className="font-medium">{counted(count, 'name')}</b> {count === 1 ? 'is' : 'are'} in {to} already.
      </p>
      <Select
        className="w-48"
        size={28}
        label="All of these"
        value=""
        placeholder="Choose for all"
        options={(['skip', 'overwrite', 'keep-both'] as const).map((value) => ({
          value,
          label: choiceWords[value],
        }))}
        onChange={onChoose}
      />
    </div>
  )
}
