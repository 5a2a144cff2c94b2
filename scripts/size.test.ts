import { expect, it } from 'vitest'
import { filesOfPage, latinFonts } from './size.mjs'

const manifest = {
  'index.html': {
    file: 'assets/index-1.js',
    isEntry: true,
    imports: ['_vendor.js'],
    dynamicImports: ['src/features/a/Page.tsx', 'src/features/b/Page.tsx', 'src/shell/frame.ts'],
    css: ['assets/index-1.css'],
  },
  '_vendor.js': { file: 'assets/vendor-1.js' },
  '_shared.js': { file: 'assets/shared-1.js', imports: ['_vendor.js'] },
  'src/features/a/Page.tsx': { file: 'assets/a-1.js', imports: ['_shared.js'], css: ['assets/a-1.css'] },
  'src/features/b/Page.tsx': {
    file: 'assets/b-1.js',
    imports: ['_shared.js'],
    dynamicImports: ['src/features/b/More.tsx'],
  },
  'src/features/b/More.tsx': { file: 'assets/more-1.js' },
  'src/shell/frame.ts': { file: 'assets/frame-1.js' },
}
const start = ['assets/index-1.js', 'assets/index-1.css', 'assets/vendor-1.js']

it('follows static imports of the entry and of the lazy chunks that a page asks for', () => {
  expect(filesOfPage(manifest, []).toSorted()).toEqual(start.toSorted())
  expect(filesOfPage(manifest, ['src/features/a/']).toSorted()).toEqual(
    [...start, 'assets/a-1.js', 'assets/a-1.css', 'assets/shared-1.js'].toSorted(),
  )
  expect(filesOfPage(manifest, ['src/features/b/', 'src/shell/'])).toContain('assets/more-1.js')
})

it('expects the Latin subset of each font, once', () => {
  const css =
    'src:url(./inter-latin-wght-normal-A.woff2)url("./inter-latin-ext-wght-normal-B.woff2") url(/x/inter-latin-wght-normal-A.woff2)'
  expect(latinFonts(css)).toEqual(['inter-latin-wght-normal-A.woff2'])
})
