import { expect, test } from 'vitest'
import { placeWords } from './place-words'

test.each([
  ['/orgs/a', 'Home'],
  ['/orgs/a/secrets', 'Secrets'],
  ['/orgs/a/secrets?is=spoiled', 'Secrets'],
  ['/orgs/a/secrets/c04e91bb-1111/edit', 'Secret c04e91bb, edit'],
  ['/orgs/a/secrets/c04e91bb-1111', 'Secret c04e91bb'],
  ['/orgs/a/secrets/new?draft=c04e91bb', 'New secret'],
  ['/orgs/a/projects#new', 'New project'],
  ['/orgs/a/projects/c04e91bb-1111#rename', 'Project c04e91bb, new name'],
  ['/orgs/a/machine-accounts#new', 'New machine account'],
  ['/orgs/a/machine-accounts', 'Machine accounts'],
  ['/orgs/a/policies/1#edit', 'Policy 1'],
  ['/orgs/a#request', 'Request for access'],
  ['/orgs/a/settings', 'Settings'],
  ['/orgs/a/organization', 'Organization'],
  ['/orgs/a/organization/key', 'Organization API key'],
])('%s is %s', (path, words) => {
  expect(placeWords(path)).toBe(words)
})
