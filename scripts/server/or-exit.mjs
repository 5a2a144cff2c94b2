import { BadAddress, readUpstream, takeServerOptions } from './upstream.mjs'

/** The server that the command line or the environment names; ends the process where it cannot be meant. @param {string[]} args */
export function serverOrExit(args) {
  try {
    const { wanted, rest } = takeServerOptions(args, process.env)
    return { wanted, rest, upstream: readUpstream(wanted) }
  } catch (error) {
    if (!(error instanceof BadAddress)) throw error
    console.error(error.message)
    process.exit(2)
  }
}
