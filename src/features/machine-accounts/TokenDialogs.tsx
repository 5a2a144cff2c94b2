import type { MachineToken } from '#/data/machine-accounts'
import { measureTokenName } from '#/domain/token-name'
import { useMachinePage } from './machine-context'
import { MadeTokenDialog, type ShownToken } from './MadeTokenDialog'
import { NewTokenDialog } from './NewTokenDialog'
import { RevokeTokensDialog } from './RevokeTokensDialog'
import { TokenSnippets } from './TokenSnippets'
import type { RotationState } from './use-rotation'

export type OpenDialog =
  | { act: 'new' }
  | { act: 'rotate' }
  | { act: 'made'; made: ShownToken; isRotation: boolean }
  | { act: 'revoke'; tokens: readonly MachineToken[] }

interface Props {
  open: OpenDialog | null
  setOpen: (open: OpenDialog | null) => void
  tokens: readonly MachineToken[]
  rotation: RotationState
  onRevoked: () => void
}

/** The dialogs of the tokens: one at a time, and the token in plaintext only in the one that shows it. */
export function TokenDialogs({ open, setOpen, tokens, rotation, onRevoked }: Props) {
  const { now } = useMachinePage()
  const close = () => setOpen(null)
  return (
    <>
      {open?.act === 'new' && (
        <NewTokenDialog
          onMade={(made) => setOpen({ act: 'made', made, isRotation: false })}
          onClose={close}
        />
      )}
      {open?.act === 'rotate' && (
        <NewTokenDialog
          title="New token in place of the old one"
          suggested={suggestedName(
            tokens.find(({ id }) => id === rotation.rotation?.oldTokenId),
            now,
          )}
          onMade={(made) => {
            rotation.made(made.id)
            setOpen({ act: 'made', made, isRotation: true })
          }}
          onClose={close}
        />
      )}
      {open?.act === 'made' && (
        <MadeTokenDialog
          made={open.made}
          now={now}
          onClose={(isStored) => {
            if (open.isRotation && isStored) rotation.stored()
            close()
          }}
        >
          <TokenSnippets />
        </MadeTokenDialog>
      )}
      {open?.act === 'revoke' && (
        <RevokeTokensDialog tokens={open.tokens} onClose={close} onRevoked={onRevoked} />
      )}
    </>
  )
}

/** The name of the old one with today's date, as long as the server takes it. */
function suggestedName(old: MachineToken | undefined, now: number): string {
  if (!old?.name.ok) return ''
  const name = `${old.name.text.replace(/ \d{4}-\d{2}-\d{2}$/, '')} ${new Date(now).toISOString().slice(0, 10)}`
  return measureTokenName(name).sentence === null ? name : ''
}
