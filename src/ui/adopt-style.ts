import { useEffect } from 'react'

/*
  Stands in for the package `react-style-singleton` (alias in vite.config.ts). Radix's scroll lock uses it to inject
  a <style> element, which `style-src 'self'` refuses; a constructed sheet is not refused.
*/

function stylesheetSingleton() {
  let users = 0
  let sheet: CSSStyleSheet | undefined
  return {
    add(css: string) {
      users += 1
      if (users > 1) return
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    },
    remove() {
      users -= 1
      if (users > 0) return
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
      sheet = undefined
    },
  }
}

/** Same contract as the package: every caller gets a sheet of its own, shared by its mounted instances. */
export function styleSingleton() {
  const sheet = stylesheetSingleton()
  return function Sheet({ styles }: { styles: string; dynamic?: boolean }) {
    useEffect(() => {
      sheet.add(styles)
      return () => sheet.remove()
    }, [styles])
    return null
  }
}
