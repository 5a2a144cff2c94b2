import { Link } from '@tanstack/react-router'
import type { ApiDescription } from '#/domain/openapi/description'
import { FactList } from '#/ui/FactList'
import { linkClass } from '#/ui/link-class'

const mono = (text: string) => <span className="font-mono text-meta">{text}</span>

/** What holds for every endpoint, once. */
export function HowToCall({ orgId, description }: { orgId: string; description: ApiDescription }) {
  const { heading, version, about } = description
  return (
    <section aria-label="How to call it" className="mt-4 max-w-192">
      {about !== '' && <p className="mb-4 whitespace-pre-line text-muted">{about}</p>}
      <FactList
        facts={[
          { label: 'Document', value: [heading, version].filter(Boolean).join(', ') || 'Without a title' },
          { label: 'Address', value: mono(`${location.origin}/api`), note: 'Before each path below.' },
          {
            label: 'Who may',
            value: 'Whoever holds the organization’s API key, with the rights of an owner',
            note: (
              <>
                Tokens come from {mono('/identity/connect/token')} for scope {mono('api.organization')} and
                last 60 minutes. Tokens of people are refused.{' '}
                <Link to="/orgs/$orgId/organization/key" params={{ orgId }} className={linkClass}>
                  View or rotate the key
                </Link>
              </>
            ),
          },
          {
            label: 'Recorded',
            value: 'Changes, without who made them',
            note: 'Reading leaves no event. Nor do inviting again, setting the members of a group, and deleting a group or a collection.',
          },
        ]}
      />
    </section>
  )
}
