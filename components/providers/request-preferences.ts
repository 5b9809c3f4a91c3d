import 'server-only'
import { cookies, headers } from 'next/headers'
import { cookieName } from '@/lib/i18n/cookies'
import { chooseLanguage, languageCookie, type Language } from '@/lib/i18n/languages'
import { contrastCookie, parseContrast, parseTheme, themeCookie, type Contrast, type Theme } from '@/lib/i18n/themes'

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly contrast: Contrast
}

/** Language and appearance for a request, from cookies and `Accept-Language`. Makes a page dynamic. */
export async function requestPreferences(): Promise<Preferences> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const isSecure = head.get('x-forwarded-proto')?.split(',', 1)[0]?.trim() === 'https'
  // A browser sends the prefixed cookie only over TLS, so it counts even when a proxy does not forward the scheme.
  const chosen = (name: string): string | undefined =>
    (jar.get(cookieName(name, true)) ?? (isSecure ? undefined : jar.get(name)))?.value
  return {
    language: chooseLanguage(chosen(languageCookie) ?? null, head.get('accept-language')),
    theme: parseTheme(chosen(themeCookie)),
    contrast: parseContrast(chosen(contrastCookie)),
  }
}
