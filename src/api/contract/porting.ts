import { z } from '#/lib/zod'
import { encString, id, ids, tag } from './common'
import { endpoint } from './endpoint'

const portedProject = z.object({ id, name: encString })
const portedSecret = z.object({ id, key: encString, value: encString, note: encString, projectIds: ids })

const exportAnswer = z.object({
  projects: z.array(portedProject),
  secrets: z.array(portedSecret),
  object: tag('SecretsManagerExportResponseModel'),
})

/** Ids tie secrets to projects of the same body only; the server gives new ones. */
const importBody = z.object({ projects: z.array(portedProject), secrets: z.array(portedSecret) })

export const portingEndpoints = {
  secretsExport: endpoint({ method: 'GET', path: '/api/sm/{organizationId}/export', response: exportAnswer }),
  /** At most 1000 projects and 6000 secrets; all or nothing. */
  secretsImport: endpoint({
    method: 'POST',
    path: '/api/sm/{organizationId}/import',
    body: importBody,
    response: null,
  }),
}

export type ExportAnswer = z.output<typeof exportAnswer>
export type ImportBody = z.input<typeof importBody>
