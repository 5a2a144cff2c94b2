import { amount } from '#/lib/amount'
import { LIMITS, type LimitedField, type Measure } from '#/domain/secret-limits'
import { cx } from '#/ui/cx'

/** How much of the nearer limit is used: typed characters, or bytes where those are the tighter measure. */
export function Counter({
  field,
  measure,
  isBytes,
}: {
  field: LimitedField
  measure: Measure
  isBytes?: boolean
}) {
  const most = LIMITS[field].characters
  const isCharacters = measure.characters / most >= measure.bytes / measure.maxBytes
  // One byte a character: then the limit of characters is one of bytes too.
  const unit =
    !isCharacters || (isBytes && measure.bytes === measure.characters)
      ? ' bytes'
      : isBytes
        ? ' characters'
        : ''
  return (
    <span
      className={cx(
        measure.state === 'near' && 'font-medium text-warning',
        measure.state === 'over' && 'font-medium text-danger',
      )}
    >
      {amount(isCharacters ? measure.characters : measure.bytes)} of{' '}
      {amount(isCharacters ? most : measure.maxBytes)}
      {unit}
    </span>
  )
}
