import { diceFor } from '#/mocks/seed/random'
import type { Dice } from '#/mocks/seed/random'
import type { Moments } from '#/mocks/seed/moments'
import { leftAgo } from './cast'
import type { Actor } from './cast'
import { catalogue } from './catalogue'
import type { Item } from './catalogue'
import { machines } from './machines'
import { projectNames } from './names'
import type { MachineName, ProjectName } from './names'
import { projects } from './projects'
import type { Act, Story, TimedAct } from './story'
import { makeValue } from './values'

/** Whether somebody was there, `days` ago, to do something. */
function wasThere(actor: Actor, days: number): boolean {
  const left = leftAgo[actor]
  if (left !== undefined) return days > left + 1
  const machine = actor.startsWith('@') ? machines[actor.slice(1) as MachineName] : undefined
  return machine === undefined || days < machine.created
}

const OFFICE_HOURS = ['08:40', '09:25', '10:10', '11:20', '13:05', '14:30', '15:15', '16:45'] as const

/** How often secrets change: most never, some each month, a few more often than the server remembers. */
function countOfActs(dice: Dice, isProduction: boolean): number {
  const roll = dice.below(100)
  if (roll < (isProduction ? 30 : 55)) return 0
  if (roll < 80) return dice.between(1, 3)
  if (roll < 95) return dice.between(4, 8)
  return dice.between(11, 14)
}

function nextAct(story: Story, dice: Dice, text: () => string): Act {
  const roll = dice.below(100)
  if (roll < 8) return { do: 'note', text: `${story.note}\nChecked in the quarterly review.`.trim() }
  if (roll < 16) return { do: 'restore', back: dice.below(3) }
  return { do: roll < 19 ? 'silentValue' : 'value', text: text() }
}

function tell(name: string, item: Item, project: ProjectName, service: string, moments: Moments): Story {
  const dice = diceFor(`story/${name}`)
  const { created, writers } = projects[project]
  // What production runs on is old; the rest comes and goes.
  const age = dice.between(name.startsWith('PROD') && dice.chance(0.9) ? 95 : 4, created - 2)
  const at = moments.workday(age, dice.pick(OFFICE_HOURS)) + dice.below(600_000) + dice.below(10_000) / 10_000
  const by = writers.find((actor) => !actor.startsWith('@') && wasThere(actor, age)) ?? writers[0]
  const make = (setAt: number, index: number) =>
    makeValue(item.kind, { label: `${name}/${index}`, service, at: setAt, now: moments.now })
  const story: Story = {
    label: name,
    name,
    value: make(at, 0),
    note: item.note,
    project,
    created: at,
    by,
    acts: [],
  }
  const days = Array.from({ length: countOfActs(dice, name.startsWith('PROD')) }, () =>
    dice.between(1, age - 1),
  )
  for (const [index, day] of [...new Set(days)].toSorted((a, b) => b - a).entries()) {
    const { at, by } = turn(writers, day, moments, dice)
    story.acts.push({ ...nextAct(story, dice, () => make(at, index + 1)), at, by })
  }
  return inOrder(story)
}

function turn(
  writers: readonly Actor[],
  day: number,
  moments: Moments,
  dice: Dice,
): Pick<TimedAct, 'at' | 'by'> {
  const there = writers.filter((actor) => wasThere(actor, day))
  const by = there[dice.below(there.length)] ?? 'owner'
  const when = by.startsWith('@') ? moments.ago(day, '03:15') : moments.workday(day, dice.pick(OFFICE_HOURS))
  return { at: when + dice.below(900_000) + dice.below(10_000) / 10_000, by }
}

/** Acts moved to a Friday may overtake each other; none may happen before the one it follows. */
export function inOrder(story: Story): Story {
  let last = story.created
  const acts = story.acts.map((act) => {
    last = Math.max(act.at, last + 61_000)
    return { ...act, at: last }
  })
  return { ...story, acts }
}

export function ordinaryStories(moments: Moments): Story[] {
  return projectNames.flatMap((project) => {
    const shelf = catalogue[project]
    if (!shelf) return []
    return shelf.environments.flatMap((environment) =>
      shelf.items.map((item) =>
        tell(`${environment}_${shelf.prefix}_${item.name}`, item, project, shelf.service, moments),
      ),
    )
  })
}
