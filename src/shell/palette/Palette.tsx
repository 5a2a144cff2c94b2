import { useRouter } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { OrganizationView } from '#/session/protocol'
import { returnFocus } from '#/ui/return-focus'
import { useAnnounced } from '#/ui/use-announced'
import type { PaletteItem } from './palette-items'
import { PaletteField } from './PaletteField'
import { PaletteFooter } from './PaletteFooter'
import { PaletteList } from './PaletteList'
import { actsOn } from './use-acts'
import { usePalette } from './use-palette'

interface Props {
  organization: OrganizationView
  /** What was typed while this was on its way. */
  early: string
  onClose: () => void
}

/** Finds objects, pages and acts by name, id or link. Beside the page, not over it: no scrim, nothing is read. */
export default function Palette({ organization, early, onClose }: Props) {
  const router = useRouter()
  const id = useId()
  const [typed, setTyped] = useState(early)
  const [active, setActive] = useState(0)
  const [target, setTarget] = useState<PaletteItem | null>(null)
  const found = usePalette(organization, typed)
  const origin = location.origin + router.history.createHref('').replace(/\/$/, '')
  const sections = target ? [{ title: `On ${target.name}`, items: actsOn(target, origin) }] : found.sections
  const items = sections.flatMap((section) => section.items)
  const at = Math.min(active, items.length - 1)
  const current = items[at]
  const results = `${items.length} ${items.length === 1 ? 'result' : 'results'}`
  useAnnounced(typed === '' && !target ? null : results)
  useReturn()

  function take(item: PaletteItem, isNewTab = false) {
    if (item.closed !== undefined) return
    if (item.path && isNewTab) {
      window.open(router.history.createHref(item.path), '_blank', 'noopener')
      return
    }
    onClose()
    if (item.path) void router.navigate({ to: item.path })
    else item.run?.()
  }

  const entering = useEnter(found.isSearching && !target, (isNewTab) => current && take(current, isNewTab))

  function back() {
    if (!target) return onClose()
    setTarget(null)
    setActive(0)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, items.length))
    else if (event.key === 'ArrowUp') setActive((at + items.length - 1) % Math.max(1, items.length))
    else if (event.key === 'Enter') entering.enter(event.ctrlKey || event.metaKey)
    else if (event.key === 'Escape') back()
    else if (event.key === 'Tab') {
      // The field is the only stop: Tab leads on to what can be done with the result.
      if (current && !target && !event.shiftKey && actsOn(current, origin).length > 0) {
        setTarget(current)
        setActive(0)
      } else if (event.shiftKey) back()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <div aria-hidden onPointerDown={onClose} className="fixed inset-0 z-40" />
      <div
        role="dialog"
        aria-modal
        aria-label="Search or run a command"
        className="fixed inset-x-0 top-24 z-40 mx-auto flex max-h-[min(36rem,calc(100dvh-8rem))] w-160 max-w-[calc(100vw-2rem)] flex-col rounded-dialog border border-line-strong bg-float shadow-float max-sm:inset-0 max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:rounded-none"
      >
        <PaletteField
          id={id}
          active={current ? at : -1}
          typed={typed}
          results={results}
          onType={(text) => {
            setTyped(text)
            setTarget(null)
            setActive(0)
            entering.forget()
          }}
          onKeyDown={onKeyDown}
          onClose={onClose}
        />
        <PaletteList
          id={id}
          sections={sections}
          terms={target ? [] : found.terms}
          active={at}
          isStale={found.isSearching}
          onActive={setActive}
          onTake={take}
        />
        <PaletteFooter />
      </div>
    </>
  )
}

/** Enter that was quicker than what the last letter finds means that, not what stands there from before. */
function useEnter(isLate: boolean, take: (isNewTab: boolean) => void) {
  const early = useRef<{ isNewTab: boolean }>(null)
  const takeEarly = useEffectEvent(() => {
    const { isNewTab } = early.current ?? {}
    early.current = null
    if (isNewTab !== undefined) take(isNewTab)
  })
  useEffect(() => {
    if (!isLate) takeEarly()
  }, [isLate])
  return {
    enter: (isNewTab: boolean) => {
      if (isLate) early.current = { isNewTab }
      else take(isNewTab)
    },
    forget: () => (early.current = null),
  }
}

function useReturn() {
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => returnFocus(before), [before])
}
