import type { Bytes } from '#/lib/bytes'

/**
 * Gives `length` unpredictable bytes. Functions of this folder that need randomness take a source as their
 * last argument so that mocks and tests can be deterministic; the application never passes one.
 */
export type RandomSource = (length: number) => Bytes

/** The platform's generator. `getRandomValues` refuses more than 65,536 bytes at once; nothing here asks for that. */
export const systemRandom: RandomSource = (length) => crypto.getRandomValues(new Uint8Array(length))
