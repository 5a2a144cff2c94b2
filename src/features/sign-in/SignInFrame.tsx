import { Activity, FileCheck2, LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon, type IconType } from '#/ui/Icon'
import { Logo } from '#/ui/Logo'

/** Form at the left, what may be said beside it at the right; the right half goes under below 1024 px. */
export function SignInFrame({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-2">
      <div className="flex min-h-dvh flex-col max-lg:min-h-0">
        <header className="px-8 pt-6 max-sm:px-4 max-sm:pt-4">
          <Logo name="Strongroom" />
        </header>
        <main className="mx-auto flex w-full max-w-108 flex-1 flex-col justify-center py-8 max-sm:px-4">
          {children}
        </main>
        <footer className="px-8 pb-6 text-meta text-muted max-lg:hidden">
          Strongroom {import.meta.env.VITE_VERSION}
        </footer>
      </div>
      <aside className="flex flex-col justify-center border-line-strong bg-chrome px-8 py-10 max-lg:border-t max-sm:px-4 lg:border-l">
        <div className="mx-auto w-full max-w-124">{aside}</div>
      </aside>
    </div>
  )
}

const PROMISES: [IconType, string, string][] = [
  [
    LockKeyhole,
    'Keys stay in this browser’s memory',
    'Names, values and notes are decrypted here, in memory. Nothing is sent anywhere but to the server you choose.',
  ],
  [
    Activity,
    'Reads are recorded',
    'The server writes an event each time a secret is read, under your name. The console says so before it reads.',
  ],
  [FileCheck2, 'No third parties', 'One static page, no analytics, no fonts or scripts from elsewhere.'],
]

export function Promises() {
  return (
    <ul className="flex flex-col gap-4 px-5">
      {PROMISES.map(([icon, title, text]) => (
        <li key={title} className="flex gap-3">
          <Icon of={icon} className="mt-0.5 text-muted" />
          <div>
            <p className="font-medium">{title}</p>
            <p className="text-muted">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
