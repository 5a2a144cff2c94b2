/** The sentence for a refusal on the sign-in pages. Errors of the API and the session carry one already. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error
    ? error.message
    : 'The sign-in failed without a reason. Try again; if it stays, reload the page.'
}
