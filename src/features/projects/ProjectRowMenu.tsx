import { Copy, MoreHorizontal, Pencil, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import { useCoveredReason } from '#/session/use-session'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import { canChangeProject, closedReason } from './can'
import type { ProjectActs } from './use-project-acts'
import { shownName, type ProjectFacts } from './use-projects'

export function ProjectRowMenu({ project, acts }: { project: ProjectFacts; acts: ProjectActs }) {
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangeProject(project))
  return (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${shownName(project)}`} />}
      items={[
        { label: 'Open', icon: SquareArrowOutUpRight, keyCap: '↵', onSelect: () => acts.open(project) },
        {
          label: 'Rename',
          icon: Pencil,
          keyCap: 'e',
          disabledReason: closed,
          onSelect: () => acts.rename(project),
        },
        {
          label: 'Copy name',
          icon: Copy,
          keyCap: 'n',
          lineBefore: true,
          disabledReason: covered || (project.name === null && 'The name cannot be decrypted'),
          onSelect: () => acts.copyName(project),
        },
        { label: 'Copy id', icon: Copy, onSelect: () => acts.copyId(project) },
        {
          label: 'Delete project',
          icon: Trash2,
          isDanger: true,
          lineBefore: true,
          disabledReason: closed,
          onSelect: () => acts.remove(project),
        },
      ]}
    />
  )
}
