export type Box = { left: number; top: number; width: number; height: number }
type Size = { width: number; height: number }

const gap = 6
const margin = 8

/** Below the target and centred on it; above where there is no room; never outside the window. */
export function placeTooltip(target: Box, tip: Size, window: Size): { left: number; top: number } {
  const centred = target.left + target.width / 2 - tip.width / 2
  const left = Math.max(margin, Math.min(centred, window.width - tip.width - margin))
  const below = target.top + target.height + gap
  const above = target.top - tip.height - gap
  const fitsBelow = below + tip.height + margin <= window.height
  return { left, top: fitsBelow || above < margin ? below : above }
}
