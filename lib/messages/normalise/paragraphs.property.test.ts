import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueIds } from '../ids'
import { samples } from '../testing/samples'
import { outer } from './read-block'
import { readMessages, routine } from './read-messages'

const kindsIn = (text: string): readonly (string | null)[] => readMessages(text).known.map(({ kind }) => kind)

/** Texts of one line that are a known message by themselves; one that only says that another follows is merged with it. */
const alone = catalogueIds.flatMap((id) => {
  const text = samples[id]
  const [kind, ...more] = kindsIn(text)
  return text.includes('\n') || kind === undefined || outer.has(kind) || routine.has(kind) || more.length > 0
    ? []
    : [{ text, kind }]
})
const heads = ['', '[AzureDiskEncryption] 911: [Info] ', 'WARNING: ', '2026/05/02 08:11:42 ']

describe('paragraphs and lines', () => {
  it('that are known messages by themselves stay messages beside others', () => {
    const part = fc.tuple(fc.constantFrom(...alone), fc.constantFrom(...heads))
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), fc.constantFrom('\n\n', '\n'), (parts, between) => {
        const found = kindsIn(parts.map(([{ text }, head]) => head + text).join(between))
        const lost = parts.filter(
          ([{ text, kind }, head]) => kindsIn(head + text).includes(kind) && !found.includes(kind),
        )
        expect(lost.map(([{ kind }]) => kind)).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})
