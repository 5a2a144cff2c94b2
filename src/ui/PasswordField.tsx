import { ArrowBigUp, Eye, EyeOff } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Icon } from './Icon'
import { TextField, type TextFieldProps } from './TextField'

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'trailing' | 'icon'>

/** Show toggle and Caps Lock notice. Correction and spelling services never see the text. */
export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const [isCaps, setCaps] = useState(false)

  function watchCaps(event: KeyboardEvent<HTMLInputElement>) {
    // A password manager that fills the field sends key events without modifiers.
    setCaps(event.nativeEvent.getModifierState?.('CapsLock') ?? false)
  }

  return (
    <TextField
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      autoComplete="current-password"
      {...props}
      type={isShown ? 'text' : 'password'}
      mono
      onKeyDown={(event) => {
        watchCaps(event)
        props.onKeyDown?.(event)
      }}
      onKeyUp={(event) => {
        watchCaps(event)
        props.onKeyUp?.(event)
      }}
      onBlur={(event) => {
        setCaps(false)
        props.onBlur?.(event)
      }}
      hintAside={
        <span aria-live="polite">
          {isCaps ? (
            <span className="inline-flex items-center gap-1 text-warning">
              <Icon of={ArrowBigUp} size={14} className="text-warning-icon" /> Caps Lock is on
            </span>
          ) : (
            props.hintAside
          )}
        </span>
      }
      trailing={
        <button
          type="button"
          aria-label="Show password"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="-mr-1 flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:text-text focus-visible:outline-offset-0 max-sm:-mr-2 max-sm:size-11"
        >
          <Icon of={isShown ? EyeOff : Eye} />
        </button>
      }
    />
  )
}
