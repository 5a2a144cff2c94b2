import * as z from 'zod/mini'

// Zod compiles validators with `new Function`, which a strict CSP refuses. Every module takes zod from here.
z.config({ jitless: true })

export { z }
