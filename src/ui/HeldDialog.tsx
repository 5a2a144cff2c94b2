import { useState, type ComponentProps } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'

interface Props extends Omit<ComponentProps<typeof Dialog>, 'isHeld'> {
  /** What closing would throw away, "the list of addresses"; false while there is nothing. */
  loses: string | false
}

/** A dialog with a form: Esc asks before it throws away what was entered, and Esc again goes on with it. */
export function HeldDialog({ loses, onClose, footer, footerStart, ...rest }: Props) {
  const [wasAsked, setAsked] = useState(false)
  const isAsking = wasAsked && loses !== false
  const close = () => (loses === false ? onClose() : setAsked(!isAsking))
  return (
    <Dialog
      {...rest}
      isHeld={loses !== false}
      onClose={close}
      footerStart={isAsking ? <span role="alert">Closing throws away {loses}.</span> : footerStart}
      footer={
        isAsking ? (
          <>
            <Button onClick={onClose}>Throw away</Button>
            <Button variant="solid" onClick={() => setAsked(false)}>
              Keep editing
            </Button>
          </>
        ) : (
          footer
        )
      }
    />
  )
}
