import type { Finding } from './finding'
import { judgeClock } from './judge-clock'
import { judgeFiles, judgeHeaders } from './judge-own'
import { judgePage } from './judge-page'
import { judgeConfig, judgeEvents, judgeIdentity, judgePrelogin } from './judge-server'
import type { Asked, StepContext } from './questions'

interface Step {
  id: string
  /** While it runs. */
  asks: string
  /** The answers that it judges by. */
  needs: readonly Asked[]
  judge: (context: StepContext) => Finding
}

/** In the order in which they are shown. */
export const steps: readonly Step[] = [
  { id: 'page', asks: 'Can this page keep secrets?', needs: [], judge: judgePage },
  { id: 'api', asks: 'Does /api answer?', needs: ['config'], judge: judgeConfig },
  { id: 'identity', asks: 'Does /identity answer?', needs: ['identity', 'prelogin'], judge: judgeIdentity },
  {
    id: 'prelogin',
    asks: 'Does the server say how to sign in?',
    needs: ['identity', 'prelogin'],
    judge: judgePrelogin,
  },
  { id: 'events', asks: 'Does /events answer?', needs: ['events'], judge: judgeEvents },
  { id: 'clock', asks: 'Do the clocks agree?', needs: ['config'], judge: judgeClock },
  {
    id: 'headers',
    asks: 'Which headers came with this page?',
    needs: ['page', 'script', 'worker'],
    judge: judgeHeaders,
  },
  {
    id: 'files',
    asks: 'How are the files served?',
    needs: ['page', 'script', 'worker', 'deepLink', 'absent'],
    judge: judgeFiles,
  },
]
