/** Server settings of one database that tests and the demo panel change; faults stand in `faults.ts`. */
export interface Switches {
  /** Life of an access token in seconds. */
  tokenLifetime: number
  /** Which generation of the version history the server writes (`secrets-manager-api.md`, "Reading the history"). */
  versionsGeneration: 'A' | 'B'
  /** Off: as a server of another make, which has none of the endpoints of Secrets Manager. */
  secretsManager: boolean
  /** Asks for a mailed code on an unknown device. */
  newDeviceVerification: boolean
  /** Milliseconds that a wrong password, code or one-time password waits. */
  wrongPasswordDelay: number
  /** The one foreign origin that gets CORS headers, without a trailing slash. */
  vaultOrigin: string
}

export const defaultSwitches: Switches = {
  tokenLifetime: 3600,
  versionsGeneration: 'A',
  secretsManager: true,
  newDeviceVerification: false,
  wrongPasswordDelay: 0,
  vaultOrigin: 'https://vault.example.test',
}
