import { expect, it } from 'vitest'
import { loadGuidance } from './guidance/load'
import { languages } from './languages'
import { loadRemedies } from './remedies/load'
import { textsIn } from './testing/texts-in'

/**
 * Claims that no single message proves: what is on a volume that it does not name, that a run has not begun, that each
 * later request fails. What a request or a refusal did not do is said instead.
 */
const claims = {
  en: [
    /\bstays? (?:un)?encrypted\b/i,
    /\b(?:disks?|volumes?) (?:are|is) still (?:un)?encrypted(?<!which volumes are still encrypted)/i,
    /\bencryption (?:has|had) not started\b/i,
    /\bencryption did not start\b/i,
    /\b(?:every|each|any) (?:retry|new request|new run|attempt) fails\b/i,
    /\bso does every retry\b/i,
    /\bnothing has failed\b/i,
    /\bcannot be unlocked, and\b/i,
  ],
  ja: [
    /(?<!解除済みのボリュームと)(?:暗号化されたまま|暗号化されていないまま|未暗号化のまま|暗号化済みのまま)/,
    /暗号化は始まっていません(?<!(?:この要求では|この要求では OS の)暗号化は始まっていません)/,
    /繰り返しても(?:同じ|失敗)/,
    /何も失敗していません/,
  ],
} as const

it.each(languages)('no text says more of the disks than its message proves (%s)', async (language) => {
  const texts = [
    ...textsIn(await loadGuidance(language), 'guidance'),
    ...textsIn(await loadRemedies(language), 'remedies'),
  ]
  expect(texts.length).toBeGreaterThan(1500)
  expect(texts.filter(([, text]) => claims[language].some((claim) => claim.test(text)))).toEqual([])
})
