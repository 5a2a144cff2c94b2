import { useRouter } from '@tanstack/react-router'
import { CornerDownLeft } from 'lucide-react'
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { recentVisits } from '#/data/recent'
import { pastedId, pastedPath } from '#/domain/pasted-link'
import { rankFew } from '#/domain/rank'
import { mayUseSecretsManager } from '#/domain/rights'
import { parseTerms, type Term } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { pageActs, type PageAct } from '#/ui/page-acts'
import { readPrefix, type PaletteItem, type PaletteSection } from './palette-items'
import { useActs, useHasPage } from './use-acts'
import { useObjects } from './use-objects'

const RECENT_AT_MOST = 8

/** What the palette lists for a typed text. */
export function usePalette(organization: OrganizationView, typed: string) {
  const onSelection = selectionItems(useSyncExternalStore(pageActs.subscribe, pageActs.get))
  const router = useRouter()
  const userId = useOpenSession()?.account.userId ?? ''
  const hasPage = useHasPage()
  const isPermitted = mayUseSecretsManager(organization) === true
  const objects = useObjects(organization.id, isPermitted, hasPage)
  const { pages, acts } = useActs(organization)
  // The letter first, what it finds a moment later.
  const text = useDeferredValue(typed)
  const { scope, rest } = readPrefix(text)
  const terms = useMemo(() => parseTerms(rest), [rest])
  const found = useMemo(
    () =>
      scope === 'acts' || (terms.length === 0 && scope === 'all')
        ? []
        : objects.find(terms, scope === 'people'),
    [objects, terms, scope],
  )
  const sections: PaletteSection[] = []
  const selected = { title: 'On the selection', items: scope === 'people' ? [] : few(onSelection, terms) }
  // Whoever types a name means an object; before anything is typed, what is selected is at hand.
  const isFirst = terms.length === 0 || scope === 'acts'
  if (isFirst) sections.push(selected)
  if (scope === 'all') sections.push(...pasted(rest, organization.id, router.history.createHref('/')))
  if (terms.length === 0 && scope === 'all') {
    const visits = recentVisits(userId, organization.id).slice(0, RECENT_AT_MOST)
    sections.push({ title: 'Recent', items: objects.recent(visits) })
  }
  sections.push(...found)
  if (!isFirst) sections.push(selected)
  if (scope !== 'people') {
    sections.push({ title: 'Acts', items: few(acts, terms) }, { title: 'Pages', items: few(pages, terms) })
  }
  return {
    text,
    terms,
    sections: sections.filter(({ items, note }) => items.length > 0 || note),
    isSearching: text !== typed,
  }
}

/** Acts on what is selected on the page behind. */
const selectionItems = (acts: readonly PageAct[]): PaletteItem[] =>
  acts.map(({ name, icon, closed, run }) => ({
    key: `selection ${name}`,
    ...{ name, icon, run },
    ...(closed && { closed }),
  }))

const few = (items: readonly PaletteItem[], terms: readonly Term[]) =>
  rankFew(items, ({ name, hint }) => `${name} ${hint ?? ''}`, terms)

/** A link into this console, or an id of anything in it. */
function pasted(text: string, orgId: string, root: string): PaletteSection[] {
  const path = pastedPath(text, location.origin + root.replace(/\/$/, ''))
  const id = pastedId(text)
  const open = (name: string, to: string, hint: string) => ({
    key: `pasted ${to}`,
    icon: CornerDownLeft,
    name,
    hint,
    path: to,
  })
  if (path) return [{ title: 'Pasted link', items: [open('Open the pasted link', path, path.slice(-36))] }]
  if (!id) return []
  return [
    {
      title: 'Pasted id',
      items: [
        open('Open the secret of this id', `/orgs/${orgId}/secrets/${id}`, id.slice(0, 8)),
        open('Open the project of this id', `/orgs/${orgId}/projects/${id}`, id.slice(0, 8)),
      ],
    },
  ]
}
