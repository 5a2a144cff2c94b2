import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Activity } from '#/features/events/activity/Activity'
import { useActivityPlace } from '#/features/events/activity/use-activity-place'
import { Segmented } from '#/ui/Segmented'
import { Story } from './Story'

const FACES = [
  { value: 'story', label: 'Story' },
  { value: 'events', label: 'Events' },
] as const

/** Two faces of the same log: what it means for the values, and its rows. */
export function SecretActivityTab() {
  const { secretId = '' } = useParams({ strict: false })
  const { face = 'story' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const { organization, ...range } = useActivityPlace()
  if (!organization) return null
  const faces = (
    <Segmented
      label="Face"
      size={28}
      options={FACES}
      value={face}
      onChange={(next) =>
        void navigate({
          to: '.',
          search: (old) => ({ ...old, face: next === 'events' ? next : undefined }),
          replace: true,
        })
      }
    />
  )
  return (
    <>
      <title>{`Activity of secret ${secretId.slice(0, 8)} · Strongroom`}</title>
      {face === 'story' ? (
        <Story key={secretId} organization={organization} secretId={secretId} faces={faces} />
      ) : (
        <Activity
          key={secretId}
          {...range}
          organization={organization}
          target={{ kind: 'secret', id: secretId }}
          noun="secret"
          faces={faces}
          note="Every read and change. Looks at its versions, and who gained or lost it through a project, are not recorded."
        />
      )}
    </>
  )
}
