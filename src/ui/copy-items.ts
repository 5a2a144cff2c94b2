import { Copy } from 'lucide-react'
import { copyText } from './copy-text'
import type { MenuItem } from './Menu'

/** First items of the menu on a thing's own page. A name that did not decrypt is null. */
export const copyItems = ({ id, name }: { id: string; name: string | null }): MenuItem[] => [
  {
    label: 'Copy name',
    icon: Copy,
    disabledReason: name === null && 'The name cannot be decrypted',
    onSelect: () => copyText(name ?? '', 'Name copied'),
  },
  { label: 'Copy id', icon: Copy, onSelect: () => copyText(id, 'Id copied') },
  { label: 'Copy link', icon: Copy, onSelect: () => copyText(location.href, 'Link copied') },
]
