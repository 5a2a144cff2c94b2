import { describe, expect, it } from 'vitest'
import { deviceOf } from './device'

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'

describe('deviceOf', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 10, 'firefox'],
    [`${chrome} OPR/120.0.0.0`, 11, 'opera'],
    [`${chrome} Edg/141.0.0.0`, 12, 'edge'],
    [`${chrome} Vivaldi/7.5`, 18, 'vivaldi'],
    [`${safari} Ddg/26.0`, 26, 'duckduckgo'],
    [safari, 17, 'safari'],
    [chrome, 9, 'chrome'],
    ['Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko', 13, 'ie'],
    ['curl/8.0', 14, 'unknown'],
    ['', 14, 'unknown'],
  ])('%s', (userAgent, deviceType, deviceName) => {
    expect(deviceOf(userAgent)).toEqual({ deviceType, deviceName })
  })
})
