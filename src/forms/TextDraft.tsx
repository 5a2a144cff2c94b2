import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FoundDraft } from './draft-keeper'
import { draftQuery } from './draft-query'

/** Opens the draft of a form of one text, if one waits at its place, before the form is drawn. */
export function TextDraft({
  place,
  children,
}: {
  place: string
  children: (found: FoundDraft<string> | null) => ReactNode
}) {
  const { data, isPending } = useQuery(draftQuery(place))
  if (isPending) return null
  return children(data && typeof data.content === 'string' ? { ...data, content: data.content } : null)
}
