import { z } from '#/lib/zod'

/**
 * Search parameters of every page. A mangled one falls back to its default, and defaults are absent from the URL.
 * Only operators and ids stand here: free text could hold a name and stays in memory.
 */
const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))

const listShape = z.object({
  sort: z.catch(z.optional(z.enum(['name', 'project', 'changed'])), undefined),
  dir: z.catch(z.optional(z.enum(['asc', 'desc'])), undefined),
  project: z.catch(z.optional(id), undefined),
  access: z.catch(z.optional(z.enum(['read', 'write'])), undefined),
  is: z.catch(z.optional(z.enum(['unassigned', 'duplicate', 'spoiled'])), undefined),
})
export type SecretListSearch = z.output<typeof listShape>
export const secretListSearch = (search: Record<string, unknown>): SecretListSearch =>
  z.parse(listShape, search)

const newShape = z.object({ project: z.catch(z.optional(id), undefined) })
export type SecretNewSearch = z.output<typeof newShape>
export const secretNewSearch = (search: Record<string, unknown>): SecretNewSearch => z.parse(newShape, search)

/** Where to go afterwards: a path of this console, never another address. */
const afterShape = z.object({ to: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined) })
export type AfterSignInSearch = z.output<typeof afterShape>
export const afterSignInSearch = (search: Record<string, unknown>): AfterSignInSearch =>
  z.parse(afterShape, search)
