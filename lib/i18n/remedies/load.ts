import type { Language } from '../languages'
import type { Remedies } from './types'

/**
 * The words of guided troubleshooting in one language, loaded on demand so that the browser fetches that language
 * alone, and only on the screens that show it.
 */
export async function loadRemedies(language: Language): Promise<Remedies> {
  switch (language) {
    case 'en':
      return (await import('./en/index')).englishRemedies
    case 'ja':
      return (await import('./ja/index')).japaneseRemedies
  }
}
