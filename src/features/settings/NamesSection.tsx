import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { rememberedNamesQuery, rememberNames } from '#/data/event-names'
import { useOpenSession } from '#/session/use-session'
import { announce } from '#/ui/announcer'
import { Switch } from '#/ui/Switch'
import { showToast } from '#/ui/toast-store'
import { SettingRow } from './SettingRow'

const route = getRouteApi('/open/orgs/$orgId/settings')

/** Off unless somebody wants it: the log holds ids, and a name that is deleted can be told only by who remembers it. */
export function NamesSection() {
  const { orgId } = route.useParams()
  const session = useOpenSession()
  // Neither has a key of a person that would seal names.
  const isMachine = session?.machine !== null || session.audit !== null
  const client = useQueryClient()
  const remembered = useQuery({ ...rememberedNamesQuery(orgId), enabled: !isMachine })
  const change = useMutation({
    ...rememberNames(client, orgId),
    onError: (error) => showToast(error.message, { tone: 'danger' }),
  })
  const toggle = (isOn: boolean) =>
    change.mutate(isOn, {
      onSuccess: () => announce(isOn ? 'Names are remembered from now on.' : 'Remembered names are erased.'),
    })
  const count = remembered.data ?? null
  if (isMachine) return null
  return (
    <section aria-labelledby="names">
      <h2 id="names" className="mb-1 text-section font-semibold">
        Event log
      </h2>
      <SettingRow
        label="Remember names in this browser"
        note={
          count === null
            ? 'Off: of what was deleted before this session, the log shows short ids. On: names of this organization are kept here, sealed with your key.'
            : `${count.toLocaleString('en-GB')} names of this organization, sealed with your key. Switching it off erases them.`
        }
      >
        {(ids) => <Switch {...ids} checked={count !== null} onChange={toggle} />}
      </SettingRow>
    </section>
  )
}
