import { Link, useMatchRoute, useNavigate } from '@tanstack/react-router'
import { Clock, Columns2, MoreHorizontal, Plus, Trash2 } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { absoluteTime, agoWords } from '#/domain/time-words'
import { useCoveredReason } from '#/session/use-session'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { copyItems } from '#/ui/copy-items'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Menu } from '#/ui/Menu'
import { NameChips } from '#/ui/NameChips'
import { PageHeader } from '#/ui/PageHeader'
import { useNow } from '#/ui/use-now'
import { canChangeProject, closedReason } from './can'
import { ProjectTabs } from './ProjectTabs'
import type { ProjectFacts } from './use-projects'

interface Props {
  orgId: string
  project: ProjectFacts
  onRename: () => void
  onDelete: () => void
}

export function ProjectHeader({ orgId, project, onRename, onDelete }: Props) {
  const navigate = useNavigate()
  // There the solid act is to save what was changed.
  const hasOwnAct = Boolean(
    useMatchRoute()({
      to: '/orgs/$orgId/projects/$projectId/access',
      params: { orgId, projectId: project.id },
    }),
  )
  const { timeZone } = useSettings()
  const now = useNow()
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangeProject(project))
  return (
    <PageHeader
      title={project.name ?? 'Name cannot be decrypted'}
      tabs={<ProjectTabs orgId={orgId} project={project} />}
      breadcrumbs={
        <Breadcrumbs
          items={[
            {
              key: 'projects',
              link: (
                <Link to="/orgs/$orgId/projects" params={{ orgId }} className={crumbClass}>
                  Projects
                </Link>
              ),
            },
          ]}
        />
      }
      facts={
        <>
          <IdText id={project.id} isShort of="project" />
          <NameChips name={project.name} canWrite={project.canWrite} />
          <span title={absoluteTime(project.changed, timeZone)} className="inline-flex">
            <Chip icon={Clock}>Last change {agoWords(now - project.changed)}</Chip>
          </span>
        </>
      }
      actions={
        <>
          <Button disabledReason={closed} onClick={onRename}>
            Rename
          </Button>
          <Button
            variant={hasOwnAct ? 'outlined' : 'solid'}
            icon={Plus}
            disabledReason={closed}
            onClick={() =>
              void navigate({
                to: '/orgs/$orgId/secrets/new',
                params: { orgId },
                search: { project: project.id },
              })
            }
          >
            New secret
          </Button>
          <Menu
            trigger={<IconButton icon={MoreHorizontal} label="More acts" />}
            items={[
              ...copyItems(project),
              {
                label: 'Compare with another project',
                icon: Columns2,
                lineBefore: true,
                onSelect: () =>
                  void navigate({
                    to: '/orgs/$orgId/projects/compare',
                    params: { orgId },
                    search: { a: project.id },
                  }),
              },
              {
                label: 'Delete project',
                icon: Trash2,
                isDanger: true,
                lineBefore: true,
                disabledReason: closed,
                onSelect: onDelete,
              },
            ]}
          />
        </>
      }
    />
  )
}
