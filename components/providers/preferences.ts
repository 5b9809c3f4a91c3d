'use client'

import { cookieName } from '@/lib/i18n/cookies'
import { contrastCookie, themeCookie, type Contrast, type Theme } from '@/lib/i18n/themes'
import { languageCookie, type Language } from '@/lib/i18n/languages'

const yearSeconds = 31_536_000

function writeCookie(name: string, value: string | null): void {
  const isSecure = window.location.protocol === 'https:'
  const lifetime = value === null ? 0 : yearSeconds
  const attributes = `Path=/; Max-Age=${lifetime}; SameSite=Lax${isSecure ? '; Secure' : ''}`
  document.cookie = `${cookieName(name, isSecure)}=${value ?? ''}; ${attributes}`
}

/** Stores the language; the caller then requests the page in it from the server. */
export function chooseLanguage(language: Language): void {
  writeCookie(languageCookie, language)
}

/** Stores the theme and applies it at once. */
export function chooseTheme(theme: Theme): void {
  writeCookie(themeCookie, theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Stores the contrast and applies it at once. */
export function chooseContrast(contrast: Contrast): void {
  writeCookie(contrastCookie, contrast === 'system' ? null : contrast)
  if (contrast === 'system') delete document.documentElement.dataset['contrast']
  else document.documentElement.dataset['contrast'] = contrast
}
