import { memo, useRef, useState } from 'react'
import { cx } from './cx'
import { Tooltip } from './Tooltip'

type TruncateProps = {
  children: string
  /** Where the end tells more than the middle: ids and addresses. */
  keepsEnd?: boolean
  className?: string | undefined
}

const endLength = 8

/** One line that gives way; the whole text is in a tooltip as soon as something of it is cut. Memoised for rows. */
export const Truncate = memo(function Truncate({
  children: text,
  keepsEnd = false,
  className,
}: TruncateProps) {
  const line = useRef<HTMLSpanElement>(null)
  const [isCut, setCut] = useState(false)
  const split = keepsEnd ? Math.max(0, text.length - endLength) : text.length

  return (
    <Tooltip text={isCut && <span className="wrap-anywhere">{text}</span>} describes={false}>
      <span
        className={cx('flex min-w-0', className)}
        onPointerEnter={() => setCut((line.current?.scrollWidth ?? 0) > (line.current?.clientWidth ?? 0))}
      >
        <span ref={line} className="min-w-0 truncate whitespace-pre">
          {text.slice(0, split)}
        </span>
        {split < text.length && <span className="shrink-0 whitespace-pre">{text.slice(split)}</span>}
      </span>
    </Tooltip>
  )
})
