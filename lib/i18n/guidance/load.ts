import type { Language } from '../languages'
import type { GuidedKind } from './kinds'
import type { Guidance } from './types'

/**
 * All guidance in one language, loaded on demand so that the browser fetches that language alone, and only on the
 * screens that show it. Index it with a kind for which `isGuidedKind` holds.
 */
export async function loadGuidance(language: Language): Promise<Record<GuidedKind, Guidance>> {
  switch (language) {
    case 'en':
      return (await import('./en/index')).englishGuidance
    case 'ja':
      return (await import('./ja/index')).japaneseGuidance
  }
}
