import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { ListSearch } from '#/table/ListSearch'
import { StaleBanner } from '#/table/StaleBanner'
import { Button } from '#/ui/Button'
import { PageHeader } from '#/ui/PageHeader'
import { Segmented } from '#/ui/Segmented'
import { ToggleButton } from '#/ui/ToggleButton'
import { Toolbar } from '#/ui/Toolbar'
import { CollectionDialogs } from './CollectionDialogs'
import { CollectionGrid } from './CollectionGrid'
import { CollectionListEmpty } from './CollectionListEmpty'
import { CollectionListStatus } from './CollectionListStatus'
import { CollectionsBar } from './CollectionsBar'
import { CollectionSheet } from './CollectionSheet'
import { useCollectionPage } from './use-collection-page'

const route = getRouteApi('/open/orgs/$orgId/collections')

/** Collections as the tree that their names make, with who can do what. One is open beside the list. */
export function CollectionListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <Collections organization={organization} /> : null
}

function Collections({ organization }: { organization: OrganizationView }) {
  const page = useCollectionPage(organization)
  const { data, rows, folded, open, closed, list, show, ask } = page
  const create = () => ask({ act: 'create' })
  return (
    <div className="flex min-h-0 flex-1">
      <title>Collections · Strongroom</title>
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          title="Collections"
          count={data.collections?.length.toLocaleString('en-GB')}
          actions={
            <Button
              variant={open || (data.error && !data.collections) ? 'outlined' : 'solid'}
              icon={Plus}
              disabledReason={closed}
              onClick={create}
            >
              New collection
            </Button>
          }
        />
        <Filters page={page} />
        {data.collections && data.error && (
          <StaleBanner error={data.error} isFetching={data.isFetching} onRetry={data.retry} />
        )}
        <CollectionGrid
          {...list.place}
          {...{ organization, rows, folded }}
          selection={page.selection}
          grid={list.grid}
          rowKeys={noKeys}
          sort={byName}
          onSort={() => undefined}
          cursor={page.cursor}
          onCursor={page.setCursor}
          isBusy={!data.collections && data.isFetching}
          onFold={page.fold}
          onShow={(collection) => show(collection.id)}
          onAsk={ask}
          whenEmpty={
            <CollectionListEmpty {...{ data, organization, closed }} onCreate={create} onClear={page.clear} />
          }
        />
        {page.selected.length > 0 && (
          <CollectionsBar
            {...{ organization, data }}
            selection={page.selection}
            selected={page.selected}
            matching={page.matches}
          />
        )}
        <CollectionListStatus data={data} matches={page.matches} isNarrowed={page.isNarrowed} />
      </div>
      {page.openId && data.collections && (
        <CollectionSheet
          key={page.openId}
          {...{ organization, data }}
          collection={open ?? null}
          onStep={page.step}
          onAsk={ask}
          onClose={() => show(undefined)}
        />
      )}
      {page.asked && (
        <CollectionDialogs
          {...{ organization, data }}
          asked={page.asked}
          onShow={show}
          onGone={(id) => page.openId === id && show(undefined)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  )
}

const noKeys: [] = []
const byName = { id: 'name', direction: 'asc' } as const

function Filters({ page }: { page: ReturnType<typeof useCollectionPage> }) {
  const { filter, setFilter } = page
  return (
    <Toolbar>
      <div className="flex min-w-0 flex-1 max-sm:basis-full">
        <ListSearch page={page.list} label="Name, or who:jonas" isClosed={page.data.collections === null} />
      </div>
      <Segmented
        label="View"
        size={28}
        options={[
          { value: 'tree', label: 'Tree' },
          { value: 'flat', label: 'Flat' },
        ]}
        value={page.isFlat ? 'flat' : 'tree'}
        onChange={(view) => page.setFlat(view === 'flat')}
      />
      <ToggleButton
        isClosed={page.data.collections === null}
        isOn={filter === 'unmanaged'}
        onToggle={() => setFilter('unmanaged')}
      >
        Nobody manages
      </ToggleButton>
      {(page.spoiled > 0 || filter === 'spoiled') && (
        <ToggleButton
          isClosed={page.data.collections === null}
          isOn={filter === 'spoiled'}
          onToggle={() => setFilter('spoiled')}
        >
          Cannot be decrypted
        </ToggleButton>
      )}
    </Toolbar>
  )
}
