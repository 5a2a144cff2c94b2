type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** A key that is a menu's own: no shortcut of the page or the browser, and not Tab, which goes on its way. */
export const isPlainKey = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  key !== 'Tab' && !ctrlKey && !metaKey && !altKey
