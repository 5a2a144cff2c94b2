import { changeSettings, type Settings } from '#/data/settings'
import { announce } from '#/ui/announcer'

/** Applies at once, and says so: there is no save button that would. */
export function changeSetting(change: Partial<Settings>, said: string): void {
  changeSettings(change)
  announce(said)
}
