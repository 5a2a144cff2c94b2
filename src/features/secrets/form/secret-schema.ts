import { measure } from '#/domain/secret-limits'
import type { LimitedField } from '#/domain/secret-limits'
import type { SecretTexts } from '#/domain/secret-conflict'
import { z } from '#/lib/zod'

/** A text that may be left as it is (null), within the limits of its field. */
const limited = (field: LimitedField) =>
  z.nullable(
    z.string().check((context) => {
      const { sentence } = measure(field, context.value)
      if (sentence) context.issues.push({ code: 'custom', input: context.value, message: sentence })
    }),
  )

const name = limited('name').check(
  z.refine((text) => text === null || text.trim() !== '', 'Give it a name: the server refuses a blank one.'),
)

/** What a person types. `mustChoose`: the sentence where a secret needs a project and none is chosen. */
export function secretSchema(mustChoose: string | null): z.ZodMiniType<SecretTexts, SecretTexts> {
  return z.object({
    name,
    value: limited('value'),
    note: limited('note'),
    projectId: z
      .nullable(z.string())
      .check(z.refine((id) => id !== null || mustChoose === null, mustChoose ?? '')),
  })
}
