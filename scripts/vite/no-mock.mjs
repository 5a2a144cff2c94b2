const refused =
  /[\\/]src[\\/](?:mocks[\\/]|features[\\/]demo[\\/]|data[\\/]demo\.ts)|[\\/]node_modules[\\/]msw[\\/]/

/**
 * Fails the build when a module of the mock or of the demo's own screens would become part of any file of it.
 * @returns {import('vite').Plugin}
 */
export function noMock() {
  return {
    name: 'strongroom:no-mock',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const found = chunk.moduleIds.find((id) => refused.test(id))
        if (found) this.error(`${found} would be part of ${chunk.fileName}: the product contains no mock`)
      }
    },
  }
}
