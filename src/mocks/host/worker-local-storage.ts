// MSW makes its cookie store when it is loaded, and that wants a localStorage, which service workers have not.
// Imported before MSW; nothing is kept.
if (!('localStorage' in globalThis)) {
  const kept = new Map<string, string>()
  const storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
  Object.defineProperty(globalThis, 'localStorage', { value: storage })
}
