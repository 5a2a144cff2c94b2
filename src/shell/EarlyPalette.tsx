interface Props {
  text: string
  onType: (text: string) => void
  onClose: () => void
}

/** The palette's field while its code is on its way, so that nothing typed meanwhile is lost. */
export function EarlyPalette({ text, onType, onClose }: Props) {
  return (
    <div className="fixed inset-x-0 top-24 z-40 mx-auto flex h-11 w-160 max-w-[calc(100vw-2rem)] rounded-dialog border border-line-strong bg-float pr-4 pl-10 shadow-float max-sm:inset-0 max-sm:bottom-auto max-sm:w-full max-sm:max-w-none max-sm:rounded-none">
      <input
        autoFocus
        type="text"
        aria-label="Search or run a command"
        aria-busy
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="h-full min-w-0 flex-1 bg-transparent text-section outline-none"
      />
    </div>
  )
}
