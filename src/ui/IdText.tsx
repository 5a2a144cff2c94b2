import { CopyButton } from './CopyButton'
import { cx } from './cx'

type IdTextProps = {
  id: string
  /** Short shows the first block; the whole id is copied. */
  isShort?: boolean
  /** "secret": completes "Copy the id of the secret". */
  of?: string
  className?: string | undefined
}

/** An id in mono with its copy button. */
export function IdText({ id, isShort = false, of, className }: IdTextProps) {
  const shown = isShort ? id.split('-')[0] : id
  return (
    <span className={cx('inline-flex min-w-0 items-center text-muted', className)}>
      <span
        className={cx('font-mono text-meta', isShort ? 'whitespace-nowrap' : 'min-w-0 wrap-anywhere')}
        title={isShort ? id : undefined}
      >
        {shown}
      </span>
      <CopyButton look="inline" text={id} label={of ? `Copy the id of the ${of}` : 'Copy the id'} />
    </span>
  )
}
