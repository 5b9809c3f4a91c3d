import { describe, expect, it, vi } from 'vitest'
import { NameIndex } from './names'
import { messageReport, type ReportSigns } from './message-report'

const placed = (names: readonly string[], text: string): readonly string[] =>
  new NameIndex(names).placesIn(text).map(({ start, end }) => text.slice(start, end))

describe('finding names in a text', () => {
  it.each<[readonly string[], string, readonly string[]]>([
    [['web-01'], 'disk of WEB-01: web-01x', ['WEB-01', 'web-01']],
    // The longest counts where several begin.
    [['disk', 'disk-1', 'disk-10'], 'disk-10, disk-2', ['disk-10', 'disk']],
    // A short name only as a whole word.
    [['vm', 'a-b'], 'vm, vmx, xvm, a-b a-bc', ['vm', 'a-b']],
    [['Prüfstand', 'サーバー'], 'PRÜFSTAND und サーバー', ['PRÜFSTAND', 'サーバー']],
    // A letter whose small form is longer moves no place.
    [['web-01'], 'İİİ web-01', ['web-01']],
    [['', '  '], 'web', []],
    [['x'.repeat(300)], 'x'.repeat(300), ['x'.repeat(256)]],
  ])('%j in %j', (names, text, expected) => {
    const found = placed(names, text)
    expect(found.slice(0, expected.length)).toEqual(expected)
  })

  it('costs no more than the text, whatever the number of names', () => {
    const searches = vi.spyOn(RegExp.prototype, Symbol.matchAll)
    const lookups = vi.spyOn(Set.prototype, 'has')
    const names = Array.from({ length: 40_000 }, (_, disk) => `disk-${String(disk).padStart(6, '0')}`)
    const message = 'Failed to encrypt disk-039999 of the volume '.repeat(200)
    const none = null
    const signs: ReportSigns = {
      ...{ message, kind: none, phase: none, code: none, level: none, displayStatus: none, extensionType: none },
      ...{ extensionVersion: none, osType: none, osName: none, osVersion: none, names },
    }
    const report = messageReport(signs)
    const counts = [searches.mock.calls.length, lookups.mock.calls.length]
    vi.restoreAllMocks()
    expect(report).not.toContain('disk-039999')
    expect(report).toContain('Failed to encrypt <name> of the volume')
    // One search for each rule and text; one comparison for each place in the text at which a name may begin.
    expect(counts[0]).toBeLessThan(1_000)
    expect(counts[1]).toBeLessThan(message.length)
  })
})
