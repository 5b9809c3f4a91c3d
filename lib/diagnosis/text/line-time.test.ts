import { describe, expect, it } from 'vitest'
import { explainText } from './explain-text'
import { isoOf, timeOfLine } from './line-time'

describe('the time of a line', () => {
  it.each([
    ['2026-11-28 23:00:05 +0900 x', '2026-11-28T14:00:05.000Z'],
    ['2026-11-28 23:00:05+09:00 x', '2026-11-28T14:00:05.000Z'],
    ['2026-11-28 15:00:05 UTC x', '2026-11-28T15:00:05.000Z'],
    ['2026-11-28 15:00:05 GMT x', '2026-11-28T15:00:05.000Z'],
    ['2026-11-28 15:00:05 JST x', '2026-11-28T15:00:05.000'],
    ['11/28/2026 09:00 x', '2026-11-28T09:00:00.000'],
    ['28/11/2026 09:00:05 x', '2026-11-28T09:00:05.000'],
    ['03.04.2026 09:00 x', '2026-04-03T09:00:00.000'],
    ['11/28/2026 9:00:05 PM x', '2026-11-28T21:00:05.000'],
    ['11/28/2026 12:00:05 AM UTC x', '2026-11-28T00:00:05.000Z'],
    ['05/05/2026 09:00 x', '2026-05-05T09:00:00.000'],
  ])('is read: %s', (line, iso) => {
    expect(isoOf(timeOfLine(line))).toBe(iso)
  })

  it.each(['03/04/2026 09:00 x', '31/31/2026 09:00 x', '31.02.2026 09:00 x', '1.2.3.2026 09:00 x', 'x'])(
    'is not known: %s',
    (line) => {
      expect(timeOfLine(line)).toBeNull()
    },
  )

  it('orders messages of several zones', () => {
    const started = 'OS disk encryption started'
    const failed = 'Failed to encrypt OS volume with error: x'
    const deciding = (text: string) => explainText(text).messages.find(({ decides }) => decides)?.kind
    expect(deciding(`2026-11-28 15:30:05 UTC ${started}\n2026-11-28 23:00:05 +0900 ${failed}`)).toBe(
      'linux-os-encryption-started',
    )
    expect(deciding(`11/28/2026 09:00 ${started}\n27.11.2026 10:00 ${failed}`)).toBe('linux-os-encryption-started')
    expect(deciding(`Nov 28 09:00:05 vm1 ${started}\nNov 2 10:00:00 vm1 ${failed}`)).toBe('linux-os-encryption-started')
    for (const head of ['Nov 28 09:00:05 vm1', '2026-11-28 15:00 UTC', '[09:00:05]', '03/04/2026 09:00'])
      expect(deciding(`${head} ${started}`), head).toBe('linux-os-encryption-started')
  })
})
