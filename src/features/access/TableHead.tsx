import { cx } from '#/ui/cx'

interface Head {
  label: string
  className?: string
  /** For what needs no word to the eye. */
  isUnseen?: boolean
}

/** Heads of a table of access: quiet, above a strong line. */
export function TableHead({ heads, isBetween = false }: { heads: readonly Head[]; isBetween?: boolean }) {
  return (
    <thead>
      <tr
        className={cx(
          'border-line-strong text-left text-meta text-muted',
          isBetween ? 'border-y' : 'border-b',
        )}
      >
        {heads.map(({ label, className, isUnseen }) => (
          <th key={label} scope="col" className={cx('py-1.5 font-normal', className)}>
            {isUnseen ? <span className="sr-only">{label}</span> : label}
          </th>
        ))}
      </tr>
    </thead>
  )
}
