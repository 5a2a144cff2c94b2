import { useId, type ReactNode } from 'react'

/** A section of the page, named for screen readers. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-6 max-w-192">
      <h2 id={id} className="mb-3 border-b border-line-strong pb-1 text-section font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
