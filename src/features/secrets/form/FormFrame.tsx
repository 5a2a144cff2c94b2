import type { ReactNode } from 'react'
import { useShortcuts } from '#/ui/use-shortcuts'

interface Props {
  header: ReactNode
  /** Above the fields: a restored draft. */
  notice?: ReactNode
  fields: ReactNode
  /** "What will be saved". */
  aside: ReactNode
  /** The acts, always in view. */
  footer: ReactNode
  onSave: () => void
}

/** Form at the left, what will be saved at the right; one above the other below 1200 px. */
export function FormFrame({ header, notice, fields, aside, footer, onSave }: Props) {
  // On the document: after a click beside the fields the focus is on none of them.
  useShortcuts([{ id: 'save', run: onSave }], false)
  return (
    <form
      noValidate
      autoComplete="off"
      // Enter alone stays in the field; saving is a button or Ctrl Enter.
      onSubmit={(event) => event.preventDefault()}
      className="flex min-h-0 flex-1 flex-col short:max-xl:block short:max-xl:overflow-y-auto"
    >
      {header}
      <div className="flex min-h-0 flex-1 flex-col xl:grid xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[minmax(0,1fr)_auto] short:max-xl:block">
        {/* Below 1200 px both scroll as one, above each by itself. */}
        <div className="max-xl:min-h-0 max-xl:flex-1 max-xl:overflow-y-auto xl:contents short:max-xl:overflow-visible">
          <div className="min-w-0 p-4 xl:row-span-2 xl:overflow-y-auto">
            {notice && <div className="mb-4 empty:hidden">{notice}</div>}
            <div className="flex max-w-208 flex-col gap-5">{fields}</div>
          </div>
          <section
            aria-labelledby="will-be-saved"
            className="flex flex-col gap-5 border-line-strong bg-chrome p-4 max-xl:border-t xl:overflow-y-auto xl:border-l"
          >
            {aside}
          </section>
        </div>
        <div className="flex flex-col gap-3 border-t border-line-strong bg-chrome p-4 xl:col-start-2 xl:border-l max-sm:py-3">
          {footer}
        </div>
      </div>
    </form>
  )
}
