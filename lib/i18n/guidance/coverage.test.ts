import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/messages/catalogue'
import { messageReaches, type MessageReach } from '@/lib/messages/entry'
import { catalogueIds, type CatalogueId } from '@/lib/messages/ids'
import { languages } from '../languages'
import { isGuidedKind } from './kinds'
import { loadGuidance } from './load'
import type { Guidance } from './types'

/** Ways on which a text reaches an administrator; log lines and codes that are never written are left. */
const reachesAnAdministrator: readonly MessageReach[] = messageReaches.filter(
  (reach) => reach !== 'log-only' && reach !== 'never-reported',
)

const byLanguage: Readonly<Record<string, Readonly<Record<string, Guidance>>>> = {
  en: await loadGuidance('en'),
  ja: await loadGuidance('ja'),
}
const isWorded = (language: string, id: string): boolean => {
  const guidance = isGuidedKind(id) ? byLanguage[language]?.[id] : undefined
  return guidance !== undefined && guidance.meaning !== '' && guidance.next.length > 0
}

/** Texts that differ in nothing but a literal word or a number are one text. */
const withoutLiterals = (text: string): string => text.replace(/`[^`]*`|\d+/g, '_')

interface FactsEntry {
  readonly id: string
  readonly reach: string
}
const path = `${process.env['SEALWATCH_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))}/facts/progress-messages.json`
const facts = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FactsEntry[]) : null

describe.each(languages)('guidance in %s for what reaches an administrator', (language) => {
  it('covers every entry of our catalogue', () => {
    const reaching = catalogueIds.filter((id) => reachesAnAdministrator.includes(catalogue[id].reach))
    expect(reaching.length).toBeGreaterThan(300)
    expect(reaching.filter((id) => !isWorded(language, id))).toEqual([])
  })

  it.each(reachesAnAdministrator)('covers every collected text with reach %s', (reach) => {
    if (facts === null) {
      console.info(`Not counted: ${path} is missing`)
      return
    }
    const entries = facts.filter((entry) => entry.reach === reach)
    const missing = entries.filter(({ id }) => !isWorded(language, id))
    console.info(`${language} ${reach}: ${entries.length} entries, ${missing.length} missing`)
    expect(entries.length).toBeGreaterThan(0)
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('knows every reach of the collected texts', () => {
    const known: readonly string[] = messageReaches
    expect((facts ?? []).filter(({ reach }) => !known.includes(reach))).toEqual([])
  })

  it('serves at most eight entries with one text, all of one group', () => {
    const served = new Map<string, CatalogueId[]>()
    for (const id of catalogueIds) {
      const text = withoutLiterals(byLanguage[language]?.[id]?.meaning ?? id)
      served.set(text, [...(served.get(text) ?? []), id])
    }
    const group = (id: CatalogueId): string => `${catalogue[id].origin} ${catalogue[id].target}`
    const shared = [...served.values()].filter((ids) => ids.length > 1)
    console.info(`${language}: ${served.size} texts for ${catalogueIds.length} entries`)
    expect(shared.filter((ids) => ids.length > 8)).toEqual([])
    expect(shared.filter((ids) => new Set(ids.map(group)).size > 1)).toEqual([])
  })
})

describe('Japanese guidance', () => {
  it.each([
    ['linux-os-encryption-started', 'OS ディスクの暗号化が開始されました'],
    ['linux-docs-failed-to-unmount', '次の操作後のマウント解除に失敗しました'],
    ['ps-status-not-available', '拡張機能の状態が VM で取得できません'],
    ['disk-display-not-encrypted', 'ディスク暗号化なし'],
  ])('gives the translation of Microsoft for %s', (id, translation) => {
    expect(byLanguage['ja']?.[id]?.meaning).toContain(`「${translation}」`)
  })
})
