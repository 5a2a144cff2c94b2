import type { PolicyTarget } from '#/session/access-types'
import { lowerFirst, oneEvent, recordsOfThis, recordsOne, type ActId } from '#/domain/coverage/traces'

type Words = Record<PolicyTarget['kind'], string>

export const ON_WORDS: Words = {
  project: 'on this project, and so on all its secrets',
  secret: 'on this secret alone',
  machine: 'on this machine account itself',
  granted: 'of this machine account',
}

export const ADD_WORDS: Words = {
  project: 'Add people, groups or machines',
  secret: 'Add people, groups or machines',
  machine: 'Add people or groups',
  granted: 'Add projects',
}

export const EMPTY_WORDS: Words = {
  project: 'No direct grant: only owners and admins reach this project.',
  secret: 'No grant on this secret alone. Rights come from its project and from roles.',
  machine: 'No direct grant: only owners and admins can manage this machine account.',
  granted: 'No project is granted: this machine account reads nothing through a project.',
}

interface Recorded {
  act: ActId
  before?: string
  said: string
  after: string
}

/** What the log will hold, beside the button; `said` leads to Coverage. */
export const RECORDED_WORDS: Record<PolicyTarget['kind'], Recorded> = {
  project: {
    act: 'changeProjectPeople',
    said: recordsOfThis('changeProjectPeople'),
    after: ': no event will say who gained or lost access, or who changed it.',
  },
  secret: {
    act: 'changeSecretAccess',
    before: `The grants are saved with the secret, which ${lowerFirst(recordsOne('readSecret'))} and one `,
    said: oneEvent('changeSecretAccess'),
    after: ' under your name. It will not say who gained or lost access.',
  },
  machine: {
    act: 'changeMachinePeople',
    said: recordsOfThis('changeMachinePeople'),
    after: ': one event for each person or group added or removed.',
  },
  granted: {
    act: 'changeMachineProjects',
    said: recordsOfThis('changeMachineProjects'),
    after: ': no event will say which projects were given or taken, or by whom.',
  },
}
