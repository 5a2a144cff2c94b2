import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from './announcer'
import { Button } from './Button'
import { IconButton } from './IconButton'
import { showToast } from './toast-store'

type CopyButtonProps = {
  /** What is copied, or how to get it. For ids, names and details; secret values have their own act. */
  text: string | (() => string)
  /** The words on it, or its accessible name. */
  label: string
  look?: 'button' | 'icon'
  size?: 32 | 28
}

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
  return look === 'icon' ? (
    <IconButton icon={icon} label={label} size={size} onClick={onClick} />
  ) : (
    <Button icon={icon} size={size} onClick={onClick}>
      {label}
    </Button>
  )
}
