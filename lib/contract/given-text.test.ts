import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { snapshotPreviewRequestSchema } from './snapshots'
import { watchChangeSchema, watchRequestSchema } from './watches'

const names: readonly [string, string][] = [
  ['a line break', 'a\r\nb'],
  ['a tab', 'a\tb'],
  ['nothing', 'a\u0000b'],
  ['a bell', '\u0007'],
  ['a C1 control character', 'a\u0085b'],
  ['another direction', 'a\u202egpj.exe'],
  ['an isolate', 'a\u2066b\u2069'],
  ['a direction mark', 'a\u200fb'],
  ['an Arabic letter mark', 'a\u061cb'],
  ['a line separator', 'a\u2028b'],
  ['a lone high surrogate', 'a\ud83d'],
  ['a lone low surrogate', '\ude00a'],
  ['only invisible characters', '\u200b\u2060\u00ad'],
  ['spaces alone', ' \u3000 '],
]
const good = ['rg-web', 'VMs of the team (2)', '暗号化の途中', 'Zürich / Cafe\u0301', '👩‍💻', 'پشتیبانی', '-', '<b>"=1+1']

const view = { subscriptions: [], groups: [], os: [], states: [] }
const vm = { subscriptionId: 's', resourceGroup: 'g', name: 'n' }
const watch = (over: object) => ({
  target: { kind: 'view', name: 'n', view },
  kinds: ['finished'],
  channels: [],
  language: 'en',
  ...over,
})

/** Every place where a user can enter a text that is shown again. */
const places: Readonly<Record<string, (text: string) => boolean>> = {
  'the name of a view': (name) => watchRequestSchema.safeParse(watch({ target: { kind: 'view', name, view } })).success,
  'a group of a view': (text) =>
    watchRequestSchema.safeParse(watch({ target: { kind: 'view', name: 'n', view: { ...view, groups: [text] } } }))
      .success,
  'a subscription of a view': (text) =>
    watchRequestSchema.safeParse(
      watch({ target: { kind: 'view', name: 'n', view: { ...view, subscriptions: [text] } } }),
    ).success,
  'the VM of a watch': (name) =>
    watchRequestSchema.safeParse(watch({ target: { kind: 'vm', vm: { ...vm, name } } })).success,
  'a channel': (text) => watchChangeSchema.safeParse({ channels: [text] }).success,
  'the VM of a snapshot': (name) =>
    snapshotPreviewRequestSchema.safeParse({ subject: { kind: 'vm', vm: { ...vm, name } }, reveal: [] }).success,
}

describe.each(Object.entries(places))('%s', (_place, takes) => {
  it.each(names)('does not accept %s', (_what, text) => {
    expect(takes(text)).toBe(false)
  })

  it('accepts what users write, in any language', () => {
    expect(good.filter((text) => !takes(text))).toEqual([])
    expect([takes('a'.repeat(90)), takes('a'.repeat(91)), takes('')]).toEqual([true, false, false])
  })

  it('takes no more than a few scans to refuse, for any length', () => {
    for (const text of [`${'a'.repeat(60_000)}\n`, ' '.repeat(60_000), `${'\u200b'.repeat(60_000)}\n`])
      expect(costInScans(() => expect(takes(text)).toBe(false), text.length, 100)).toBeLessThanOrEqual(100)
  })
})
