import { startTransition, useState, type ComponentType } from 'react'
import { Button } from '#/ui/Button'
import type { IconType } from '#/ui/Icon'
import { SelectionBar } from './SelectionBar'
import type { RowSelection } from './use-selection'

/** How the dialog of an act ends: given up, or begun, after which nothing is selected. */
export interface DialogEnds {
  onClose: () => void
  onStarted: () => void
}

interface SelectionAct<P> {
  /** On the button, with the count where it says what is lost. */
  words: string
  icon: IconType
  isDanger?: true
  closed: string | false
  Dialog: ComponentType<P & DialogEnds>
}

interface Props<P> {
  selection: RowSelection
  words: string
  matching: number
  /** The same ones in the same order, as long as the bar is there. */
  acts: readonly SelectionAct<P>[]
  /** What each dialog takes. */
  given: P
}

/** The bar of a selection whose acts each ask in a dialog first. */
export function SelectionActs<P>({ selection, words, matching, acts, given }: Props<P>) {
  const [asked, setAsked] = useState<number | null>(null)
  const Dialog = asked === null ? undefined : acts[asked]?.Dialog
  const onClose = () => setAsked(null)
  const onStarted = () => {
    onClose()
    selection.onNone()
  }
  return (
    <SelectionBar {...{ selection, matching, words }}>
      {acts.map((act, index) => (
        <Button
          key={act.words}
          size={28}
          variant={act.isDanger ? 'danger' : 'outlined'}
          icon={act.icon}
          disabledReason={act.closed}
          onClick={() => startTransition(() => setAsked(index))}
        >
          {act.words}
        </Button>
      ))}
      {Dialog && <Dialog {...given} {...{ onClose, onStarted }} />}
    </SelectionBar>
  )
}
