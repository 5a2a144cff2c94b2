// The server's device types; it takes the number or the name (`src/Core/Enums/DeviceType.cs`).
const names = [
  'Android',
  'iOS',
  'ChromeExtension',
  'FirefoxExtension',
  'OperaExtension',
  'EdgeExtension',
  'WindowsDesktop',
  'MacOsDesktop',
  'LinuxDesktop',
  'ChromeBrowser',
  'FirefoxBrowser',
  'OperaBrowser',
  'EdgeBrowser',
  'IEBrowser',
  'UnknownBrowser',
  'AndroidAmazon',
  'UWP',
  'SafariBrowser',
  'VivaldiBrowser',
  'VivaldiExtension',
  'SafariExtension',
  'SDK',
  'Server',
  'WindowsCLI',
  'MacOsCLI',
  'LinuxCLI',
  'DuckDuckGoBrowser',
]

/** The number of a device type given as number or name; undefined for anything else. */
export function deviceTypeOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined
  const lower = text.trim().toLowerCase()
  const type = /^\d+$/.test(lower) ? Number(lower) : names.findIndex((name) => name.toLowerCase() === lower)
  return type >= 0 && type < names.length ? type : undefined
}

export const deviceTypeName = (type: number): string => names[type] ?? String(type)
