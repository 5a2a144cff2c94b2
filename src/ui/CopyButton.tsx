import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from './announcer'
import { Button } from './Button'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import { showToast } from './toast-store'
import { Tooltip } from './Tooltip'

type CopyButtonProps = {
  /** What is copied, or how to get it. For ids, names and details; secret values have their own act. */
  text: string | (() => string)
  /** The words on it, or its accessible name. */
  label: string
  /** "inline" is a small icon that stands in a line of text. */
  look?: 'button' | 'icon' | 'inline'
  size?: 32 | 28
}

// 24 px to hit, without making the line taller; a finger gets more.
const inlineClass =
  'relative -my-1 inline-flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-text focus-visible:outline-offset-0 max-sm:before:absolute max-sm:before:-inset-2.5'

const tickMs = 2000

export function CopyButton({ text, label, look = 'button', size = 32 }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), tickMs)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
      setCopied(true)
      announce('Copied')
    } catch {
      showToast('The browser did not allow copying. Select the text and copy it by hand.', { tone: 'danger' })
    }
  }

  const icon = isCopied ? Check : Copy
  const onClick = () => void copy()
  if (look === 'inline') {
    return (
      <Tooltip text={label} describes={false}>
        <button type="button" aria-label={label} onClick={onClick} className={inlineClass}>
          <Icon of={icon} size={14} />
        </button>
      </Tooltip>
    )
  }
  return look === 'icon' ? (
    <IconButton icon={icon} label={label} size={size} onClick={onClick} />
  ) : (
    <Button icon={icon} size={size} onClick={onClick}>
      {label}
    </Button>
  )
}
