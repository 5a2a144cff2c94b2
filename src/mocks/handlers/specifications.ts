import type { Handlers } from '#/mocks/handler'
import { privateDocument, publicDocument } from '#/mocks/openapi/document'

/** The documents never change while the server runs. */
function once<T>(make: () => T): () => { body: T } {
  let made: { body: T } | undefined
  return () => (made ??= { body: make() })
}

export const specificationHandlers = {
  publicSpecification: once(publicDocument),
  privateSpecification: once(privateDocument),
} satisfies Partial<Handlers>
