import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../catalogue'
import { catalogueIds, type CatalogueId } from '../ids'
import { decorated, randomFrom, wrapped } from '../testing/decorate'
import { samples } from '../testing/samples'
import { readMessages, routine } from './read-messages'

const shared = process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '..', 'shared')
const path = join(shared, 'facts', 'progress-messages.json')
const facts: { id: CatalogueId; sample: string }[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []

/** Words that mean nothing outside their field, and texts that only another status or facet distinguishes. */
const needTheirPlace = new Set<CatalogueId>([
  'cli-progress-unknown',
  'ps-enum-no-disk-found',
  'ps-enum-unknown',
  'linux-daemon-started-success',
  'linux-daemon-started-transitioning',
  'win-empty-success',
])

/** `None` is a message only by itself: among other words it is a value of a setting. */
const needNothingBeside = new Set(['dual-none'])

/** Broken at one width, the first line of these is another complete text of the catalogue. */
const brokenIntoMessages = new Set(['arm-invalid-secret-url-data-succeeded'])

const kindsIn = (text: string): readonly string[] => readMessages(text).known.map(({ kind }) => kind ?? '')
const texts = [...Object.entries(samples), ...facts.map(({ id, sample }) => [id, sample] as const)].filter(([id]) => {
  const { target } = catalogue[id as CatalogueId]
  return target !== 'internal-name' && target !== 'substatus-message' && !needTheirPlace.has(id as CatalogueId)
})

describe('a text of the catalogue by itself', () => {
  it('is recognised, each of them', () => {
    expect(texts.filter(([, text]) => kindsIn(text).length !== 1).map(([id]) => id)).toEqual([])
    const ids = new Set(texts.map(([id]) => id))
    expect(ids.size).toBeGreaterThan(catalogueIds.length - 60)
  })

  it('is recognised as itself, except where only the status or facet distinguishes it', () => {
    const others = texts.filter(([id, text]) => !kindsIn(text).includes(id)).map(([id]) => id)
    const allowed = [...new Set(others)].filter((id) => catalogue[id as CatalogueId].facet === 'main')
    expect(allowed.toSorted()).toEqual([
      'arm-extension-provisioning-error',
      'linux-data-succeeded-transitioning',
      'linux-os-stripdown-restart-error',
      'linux-settings-stamped-online',
      'ps-installation-failed',
    ])
  })
})

describe('a text of the catalogue in random stacks of real decorations', () => {
  const cases = 10_000
  it(`keeps its kind in ${cases} cases`, () => {
    const random = randomFrom(20_261_128)
    const wrong: string[] = []
    const ownText = texts.filter(([id]) => !routine.has(id) && !needNothingBeside.has(id))
    for (let at = 0; at < cases; at += 1) {
      const [id, text] = ownText[at % ownText.length] ?? ['', '']
      const bare = kindsIn(text).at(-1)
      const { text: shown, by } = decorated(text, random)
      const found = kindsIn(shown)
      if (found.at(-1) !== bare || found.some((kind) => kind !== bare))
        wrong.push(`${id}: ${by.join(' < ')}: ${found.join()}`)
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })

  it('keeps its kind when broken at the width of a console', () => {
    const wrong: string[] = []
    for (const [id, text] of texts) {
      if (text.includes('\n') || brokenIntoMessages.has(id)) continue
      for (const width of [72, 79, 80, 119, 120, 132])
        for (const insideWords of [true, false]) {
          const found = kindsIn(wrapped(`[AzureDiskEncryption] 911: [Info] ${text}`, width, insideWords))
          if (found.at(-1) !== kindsIn(text).at(-1) && found.at(-1) !== id)
            wrong.push(`${id} ${width} ${insideWords}: ${found.join()}`)
        }
    }
    expect(wrong.slice(0, 20)).toEqual([])
  })
})

describe('a text without an entry', () => {
  const strange = [
    'The lotus pond could not be reached',
    'Everything is done, the harbour is open',
    'Volume lotus was painted twice',
    'Seeds of 12 plants were counted',
    'quux',
    'Failed to reach the harbour with error: no boat',
    '100% of the pond',
  ]
  /** Sentences and codes of the wrapping itself. */
  const ofWrapping = new Set(['arm-extension-provisioning-error'])

  it('has no known kind in any stack of decorations', () => {
    const random = randomFrom(4711)
    const wrong: string[] = []
    for (let at = 0; at < 5_000; at += 1) {
      const text = strange[at % strange.length] ?? ''
      const { text: shown, by } = decorated(text, random)
      const found = kindsIn(shown).filter((kind) => !ofWrapping.has(kind))
      if (found.length > 0) wrong.push(`${text}: ${by.join(' < ')}: ${found.join()}`)
    }
    expect(wrong).toEqual([])
  })

  it.each([
    '',
    ' ',
    '2026/05/02 08:11:42 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 2118: [Info] ',
    '[AzureDiskEncryption] 2118: [Info] ',
    '2026/05/02 08:11:42 ',
    '[StatusReport (3)] msg: ',
  ])('is empty where a line has only a timestamp: %j', (text) => {
    expect(readMessages(text).known).toEqual([])
  })
})
