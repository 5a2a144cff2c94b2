import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { showToast } from '#/ui/toast-store'
import { canChangeSecret } from './can'
import { copyName, copyText } from '#/ui/copy-text'
import { useCopyValue } from './use-copy-value'
import type { SecretFacts } from './use-secret-row'

/** What can be done with a row, by key, button or menu: one table for all three. */
export interface SecretActs {
  open: (secret: SecretFacts) => void
  edit: (secret: SecretFacts) => void
  versions: (secret: SecretFacts) => void
  copyValue: (secret: SecretFacts) => void
  copyName: (secret: SecretFacts) => void
  copyId: (secret: SecretFacts) => void
  remove: (secret: SecretFacts) => void
}

/** The same object from render to render, as every row holds it. `remove` asks first: the caller shows the dialog. */
export function useSecretActs(orgId: string, remove: (secret: SecretFacts) => void): SecretActs {
  const navigate = useNavigate()
  const { mutate: copyValue } = useCopyValue(orgId)
  return useMemo(() => {
    const params = (secret: SecretFacts) => ({ orgId, secretId: secret.id })
    return {
      open: (secret) => void navigate({ to: '/orgs/$orgId/secrets/$secretId', params: params(secret) }),
      edit: (secret) => {
        const verdict = canChangeSecret(secret)
        if (verdict !== true) showToast(verdict.no, { tone: 'danger' })
        else void navigate({ to: '/orgs/$orgId/secrets/$secretId/edit', params: params(secret) })
      },
      versions: (secret) =>
        void navigate({ to: '/orgs/$orgId/secrets/$secretId/versions', params: params(secret) }),
      copyValue: (secret) => copyValue(secret.id),
      copyName: (secret) => copyName(secret.name),
      copyId: (secret) => copyText(secret.id, 'Id copied'),
      remove,
    }
  }, [navigate, orgId, copyValue, remove])
}
