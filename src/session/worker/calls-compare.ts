import { survivesLock } from './call'
import type { Call } from './call'
import type { ComparePart, CompareRequest } from './compare-values'
import type { FindRequest, OverwriteRequest, PlaceRequest } from './secret-transfer'
import type { Context } from './vault'

// Rare: the code comes when it is first asked for.
const transfer = () => import('./secret-transfer')

export const compareCalls = {
  compareValues: async (c: Context, a: CompareRequest, call: Call<ComparePart>) => {
    const { compareValues } = await import('./compare-values')
    return compareValues(c, a, call)
  },
  copySecret: survivesLock(async (c: Context, a: PlaceRequest) => (await transfer()).copySecret(c, a)),
  moveSecretTo: survivesLock(async (c: Context, a: PlaceRequest) => (await transfer()).moveSecretTo(c, a)),
  overwriteSecret: survivesLock(async (c: Context, a: OverwriteRequest) =>
    (await transfer()).overwriteSecret(c, a),
  ),
  isOverwritten: async (c: Context, a: Omit<OverwriteRequest, 'targetSeen' | 'isMove'>) =>
    (await transfer()).isOverwritten(c, a),
  findInProject: async (c: Context, a: FindRequest) => (await transfer()).findInProject(c, a),
}
