import { Bookmark } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#/ui/IconButton'
import type { SecretToolbarProps } from './SecretToolbar'

const SecretViews = lazy(() => import('./SecretViews'))

/** At the end of the toolbar. */
export function ViewsButton({ orgId, page, filter, sort, direction }: SecretToolbarProps) {
  const [isOpen, setOpen] = useState(false)
  const all = { ...filter, sort: sort === 'changed' ? null : sort, dir: direction }
  const search = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  // The order alone is worth no view, and its default is none.
  if (Object.keys(search).length === 1 && direction === 'desc') delete search['dir']
  return (
    <>
      <IconButton size={28} icon={Bookmark} label="Saved views" onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <SecretViews
            orgId={orgId}
            text={page.text}
            onText={page.setText}
            search={search}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
