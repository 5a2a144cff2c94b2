import { amount } from '#/lib/amount'
import { ChevronRight, Circle, CircleCheck } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { settingWords } from '#/domain/policy-words'
import { consequencesOf } from '#/domain/policy-consequence'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { canTurn } from './can'
import { isOnIn, type PoliciesData, type PolicyEntry } from './use-policies'

interface Props {
  data: PoliciesData
  shown: number | undefined
  onShow: (type: number) => void
}

/** Arrow keys walk the list; Enter opens. */
export function PolicyRows({ data, shown, onShow }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const by =
      event.key === 'ArrowDown' || event.key === 'j'
        ? 1
        : event.key === 'ArrowUp' || event.key === 'k'
          ? -1
          : 0
    if (by === 0) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('button[data-policy]') ?? [])]
    const next = rows[rows.findIndex((row) => row === document.activeElement) + by]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div ref={list} onKeyDown={walk} role="presentation">
      {data.groups?.map(({ title, entries }) => (
        <section key={title} aria-label={title}>
          <h2 className="border-b border-line-strong bg-chrome px-4 py-1 font-medium">{title}</h2>
          <ul>
            {entries.map((entry) => (
              <li key={entry.type} className="border-b border-line">
                <Row
                  entry={entry}
                  data={data}
                  isShown={entry.type === shown}
                  onShow={() => onShow(entry.type)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface RowProps {
  entry: PolicyEntry
  data: PoliciesData
  isShown: boolean
  onShow: () => void
}

function Row({ entry, data, isShown, onShow }: RowProps) {
  const { type, known, state } = entry
  const second = secondLine(entry, data)
  return (
    <button
      type="button"
      data-policy={type}
      aria-current={isShown || undefined}
      onClick={onShow}
      className={cx(
        'flex min-h-11 w-full items-center gap-3 px-4 py-1 text-left focus-inside hover:bg-hover',
        isShown && 'bg-selection',
      )}
    >
      <span
        className={cx('flex w-14 shrink-0 items-center gap-1.5', state.enabled ? 'text-good' : 'text-muted')}
      >
        <Icon of={state.enabled ? CircleCheck : Circle} />
        {state.enabled ? 'On' : 'Off'}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block wrap-anywhere">{known?.title ?? `Type ${type}`}</span>
        {second && (
          <span
            className={cx('block text-meta wrap-anywhere', second.isLoss ? 'text-warning' : 'text-muted')}
          >
            {second.text}
          </span>
        )}
      </span>
      <Icon of={ChevronRight} className="text-muted" />
    </button>
  )
}

/** What it is set to; or what turning it on would do, counted. */
function secondLine(
  { type, known, state }: PolicyEntry,
  data: PoliciesData,
): { text: string; isLoss: boolean } | null {
  const calm = (text: string) => (text === '' ? null : { text, isLoss: false })
  if (!known) return calm('Saved by another program; shown as it is')
  if (state.enabled) return calm(settingWords(known, state.data))
  if (known.wants) return calm(known.wants)
  const verdict = canTurn(known, true, isOnIn(data.states))
  if (verdict !== true) return calm(verdict.no)
  if (!data.members) return null
  const losses = consequencesOf(type, data.members)?.filter(({ isLoss, count }) => isLoss && count > 0) ?? []
  if (losses.length === 0) return null
  return { text: losses.map(({ count, text }) => `${amount(count)} ${text}`).join('; '), isLoss: true }
}
