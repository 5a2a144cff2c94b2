/** The first stop of the Tab key: past top bar and rail. */
export function SkipLink() {
  return (
    <a
      href="#content"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('content')?.focus()
      }}
      className="sr-only z-50 rounded-control bg-float px-3 py-2 font-medium shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      Skip to the content
    </a>
  )
}
