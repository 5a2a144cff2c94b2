import type { KeyboardEvent, ReactNode } from 'react'

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
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    // A dialog over the form bubbles here as well, through the tree of components.
    if (!event.currentTarget.contains(event.target as Node)) return
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    onSave()
  }
  return (
    // The keys of the fields inside bubble to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      noValidate
      autoComplete="off"
      // Enter alone stays in the field; saving is a button or Ctrl Enter.
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      className="flex min-h-0 flex-1 flex-col"
    >
      {header}
      <div className="flex min-h-0 flex-1 flex-col max-xl:overflow-y-auto xl:flex-row">
        <div className="min-w-0 flex-1 p-4 xl:overflow-y-auto">
          {notice && <div className="mb-4">{notice}</div>}
          <div className="flex max-w-208 flex-col gap-5">{fields}</div>
        </div>
        <aside
          aria-labelledby="will-be-saved"
          className="flex flex-col border-line-strong bg-chrome max-xl:border-t xl:w-92 xl:shrink-0 xl:border-l"
        >
          <div className="flex flex-col gap-5 p-4 xl:min-h-0 xl:flex-1 xl:overflow-y-auto">{aside}</div>
          <div className="flex flex-col gap-3 border-t border-line-strong bg-chrome p-4 max-xl:sticky max-xl:bottom-0">
            {footer}
          </div>
        </aside>
      </div>
    </form>
  )
}
