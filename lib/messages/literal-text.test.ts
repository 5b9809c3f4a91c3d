import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue'
import { catalogueIds } from './ids'
import { literalText } from './literal-text'
import type { TextMatch } from './entry'

describe('literalText', () => {
  it.each([
    [/[Ee]nter the recovery key/, 'Enter the recovery key'],
    [/^Attempt #\d+ to unmount (?:\/oldroot )?failed/, 'Attempt #… to unmount failed'],
    [/Background encrypting (?:data|os) volumes?\(s\)\.$/, 'Background encrypting data volume(s).'],
    [/^VM scale set '[^']*' was not/, "VM scale set '…' was not"],
    [/progress: \d{1,3}% \(of \w+\)(?!x)/, 'progress: …% (of …)'],
    [/(?<name>a|b) c/, 'a c'],
    [/^$/, ''],
  ])('%s is %s', (pattern, text) => {
    expect(literalText(pattern, 'first')).toBe(text)
  })

  it('has the words of all alternatives for a search', () => {
    expect(literalText(/(?:data|os) volumes?/, 'all')).toBe('data os volume s')
  })

  function patternsOf(match: TextMatch): readonly RegExp[] {
    if (match.kind === 'any-of') return match.forms.flatMap(patternsOf)
    if (match.kind === 'whole' || match.kind === 'start') return [match.pattern]
    return match.kind === 'contains' && match.start instanceof RegExp ? [match.start] : []
  }

  it('leaves no sign of a pattern in any text of the catalogue', () => {
    const texts = catalogueIds
      .flatMap((id) => patternsOf(catalogue[id].match))
      .map((pattern) => literalText(pattern, 'first'))
    expect(texts.filter((text) => /\\|\(\?|\[\^|\]\*|\)\?|[*+]$/.test(text))).toEqual([])
  })
})
