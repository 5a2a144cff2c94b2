import { expect, it } from 'vitest'
import { importIconFiles } from './one-icon-a-file.mjs'

const pathOf = (line: string) => line.replace(/"[^"]*[\\/](icons[\\/][^"]*)"/, '"$1"')

it('imports each icon from its own file, under the name it has in the module', () => {
  const code = importIconFiles(`import {\n  Menu as MenuIcon,\n  X,\n} from 'lucide-react'\nconst a = 1`)
  expect(code.split(/[;\n]/).map(pathOf)).toEqual([
    'import MenuIcon from "icons/menu.mjs"',
    'import X from "icons/x.mjs"',
    'const a = 1',
  ])
})

it('knows the older names of an icon', () => {
  expect(pathOf(importIconFiles(`import { Trash2 } from 'lucide-react'`))).toMatch(/"icons\/trash-?2?\.mjs"$/)
})

it('leaves alone what is no icon', () => {
  const types = `import type { LucideIcon } from 'lucide-react'`
  expect(importIconFiles(types)).toBe(types)
  expect(importIconFiles(`import { type LucideIcon, Nothing } from 'lucide-react'`)).toBe(
    `import { type LucideIcon, Nothing } from 'lucide-react'`,
  )
})
