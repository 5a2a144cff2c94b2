type LogoProps = { size?: number; name?: string | undefined }

/** The door of a strongroom seen from the front: wheel, spindle, four bolts. With `name` the word stands beside it. */
export function Logo({ size = 22, name }: LogoProps) {
  return (
    <span className="inline-flex items-center gap-2 text-text">
      <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden className="shrink-0">
        <rect width="22" height="22" rx="5" fill="currentColor" />
        <g fill="none" stroke="var(--surface)">
          <circle cx="11" cy="11" r="5.5" strokeWidth="1.75" />
          <circle cx="11" cy="11" r="1.25" strokeWidth="1.5" />
          <path d="M11 2v3M11 17v3M2 11h3M17 11h3" strokeWidth="2" />
        </g>
      </svg>
      {name && <span className="text-section font-semibold">{name}</span>}
    </span>
  )
}
