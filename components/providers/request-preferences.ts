import 'server-only'
import { cookies, headers } from 'next/headers'
import { chooseLanguage, languageCookie, type Language } from '@/lib/i18n/languages'
import { contrastCookie, parseContrast, parseTheme, themeCookie, type Contrast, type Theme } from '@/lib/i18n/themes'

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly contrast: Contrast
}

/** Language and look of the person who asks, from cookies and `Accept-Language`. Makes a page dynamic. */
export async function requestPreferences(): Promise<Preferences> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  return {
    language: chooseLanguage(jar.get(languageCookie)?.value ?? null, head.get('accept-language')),
    theme: parseTheme(jar.get(themeCookie)?.value),
    contrast: parseContrast(jar.get(contrastCookie)?.value),
  }
}
