import { amount } from '#/lib/amount'
import { FolderInput, PencilLine, StickyNote, Trash2, X } from 'lucide-react'
import { startTransition, useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import { secretsWord } from '#/features/secrets/SecretListStatus'
import type { SecretColumns } from '#/session/secret-columns'
import { maySessionWrite } from '#/session/only-reads'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import type { RowSelection } from '#/table/use-selection'
import { Button } from '#/ui/Button'
import { linkClass } from '#/ui/link-class'
import { usePageActs } from '#/ui/page-acts'
import { useAnnounced } from '#/ui/use-announced'
import { useShortcuts } from '#/ui/use-shortcuts'
import { actKeys, type Act } from './acts'
import { chosenSecrets, type Chosen } from './bulk-rows'
import { DeleteDialog } from './DeleteDialog'
import { MoveDialog } from './MoveDialog'
import { NoteDialog } from './NoteDialog'
import { RenameDialog } from './RenameDialog'

export interface BulkProps extends Chosen {
  organization: OrganizationView
  onClose: () => void
  onStarted: () => void
}

interface Props {
  organization: OrganizationView
  columns: SecretColumns
  selection: RowSelection
  /** How many match, all told. */
  matching: number
  /** Asked for by key while this bar was loading. */
  early: Act | null
}

const dialogs = {
  move: MoveDialog,
  rename: RenameDialog,
  note: NoteDialog,
  delete: DeleteDialog,
} satisfies Record<Act, unknown>

/** Docked above the status line while something is selected; its buttons carry the count. */
export default function BulkBar({ organization, columns, selection, matching, early }: Props) {
  const { singleKeys } = useSettings()
  const { count, hidden, ids } = selection
  const mayWrite = maySessionWrite()
  const covered = useCoveredReason()
  const closed = mayWrite === true ? covered : mayWrite.no
  const [asked, setAsked] = useState(closed ? null : early)
  // Planning for thousands and drawing the dialog are pieces of their own, not one block.
  const ask = (act: Act) => !closed && startTransition(() => setAsked(act))
  useAnnounced(`${secretsWord(count)} selected`)
  useShortcuts(
    actKeys.map(([id, act]) => ({ id, run: () => ask(act) })),
    singleKeys,
  )
  const named = (verb: string, from: string) => (
    <span>
      {verb}
      <span className={from}> {secretsWord(count)}</span>
    </span>
  )
  usePageActs([
    { name: `Move ${secretsWord(count)}`, icon: FolderInput, closed, run: () => ask('move') },
    { name: `Rename ${secretsWord(count)}`, icon: PencilLine, closed, run: () => ask('rename') },
    { name: `Change the note of ${secretsWord(count)}`, icon: StickyNote, closed, run: () => ask('note') },
    { name: `Delete ${secretsWord(count)}`, icon: Trash2, closed, run: () => ask('delete') },
    { name: 'Clear the selection', icon: X, closed: false, run: selection.onNone },
  ])
  return (
    <section
      aria-label="Selection"
      className="flex min-h-11 items-center gap-2 border-t border-accent-line bg-accent-softer px-4 py-1.5 max-sm:flex-wrap max-xl:[&_kbd]:hidden max-sm:[&_button>svg]:hidden"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 max-sm:basis-full">
        <span className="font-medium whitespace-nowrap tabular-nums">{secretsWord(count)} selected</span>
        {hidden > 0 && <span className="text-muted">, {amount(hidden)} not shown</span>}
        {selection.share !== 'all' && (
          <button type="button" className={linkClass} onClick={selection.onAll}>
            Select all {amount(matching)}
          </button>
        )}
        <span className="text-meta text-muted max-sm:hidden">Each change: a read and an edit event</span>
      </div>
      <Button size={28} icon={FolderInput} keyCap="m" disabledReason={closed} onClick={() => ask('move')}>
        {named('Move', 'max-sm:hidden')}
      </Button>
      <Button size={28} icon={PencilLine} keyCap="r" disabledReason={closed} onClick={() => ask('rename')}>
        {named('Rename', 'max-xl:hidden')}
      </Button>
      <Button size={28} icon={StickyNote} disabledReason={closed} onClick={() => ask('note')}>
        Note
      </Button>
      <Button
        size={28}
        variant="danger"
        icon={Trash2}
        keyCap="#"
        disabledReason={closed}
        onClick={() => ask('delete')}
      >
        {named('Delete', 'max-xl:hidden')}
      </Button>
      <Button size={28} variant="ghost" keyCap="Esc" onClick={selection.onNone}>
        Clear
      </Button>
      {asked && (
        <Asked
          {...{ act: asked, organization, columns, ids }}
          onClose={() => setAsked(null)}
          onStarted={() => {
            setAsked(null)
            selection.onNone()
          }}
        />
      )}
    </section>
  )
}

interface AskedProps extends Pick<BulkProps, 'organization' | 'onClose' | 'onStarted'> {
  act: Act
  columns: SecretColumns
  ids: ReadonlySet<string>
}

/** The plan is made of the rows as they stand when the dialog opens. */
function Asked({ act, columns, ids, ...rest }: AskedProps) {
  const [chosen] = useState(() => chosenSecrets(columns, ids))
  const DialogOf = useMemo(() => dialogs[act], [act])
  return <DialogOf {...rest} {...chosen} />
}
