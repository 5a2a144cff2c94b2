/** Something of this page that keeps what an open session gave it. */
interface Keeper {
  /** Drops all of it: the session is locked or over. */
  forget: () => void
  /** Lets go of failures, so that what is shown next asks again. */
  retry: () => void
}

const keepers = new Set<Keeper>()

/** Keepers name themselves as they are loaded, so that the sign-in page, which keeps nothing, fetches none of them. */
export const pageMemory = {
  add: (keeper: Keeper) => void keepers.add(keeper),
  forget: () => keepers.forEach((keeper) => keeper.forget()),
  retry: () => keepers.forEach((keeper) => keeper.retry()),
}
