import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { EmptyState } from './EmptyState'
import type { IconType } from './Icon'

interface Props {
  icon: IconType
  /** "Project 6f3d9a10 is not here". */
  title: string
  /** What is known of it, and what the server does not tell. */
  text: ReactNode
  /** Reading the list again is under way. */
  isBusy: boolean
  onRefresh: () => void
  /** Ways on, as links. */
  links: ReactNode
  children?: ReactNode
}

/** The page of an id that no list holds. */
export function NotHere({ icon, title, text, isBusy, onRefresh, links, children }: Props) {
  return (
    <EmptyState
      level={1}
      icon={icon}
      title={title}
      text={text}
      actions={
        <>
          <Button icon={RefreshCw} busy={isBusy} onClick={onRefresh}>
            Read the list again
          </Button>
          {links}
        </>
      }
    >
      {children}
    </EmptyState>
  )
}
