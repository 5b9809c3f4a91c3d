'use client'

import './globals.css'
import { useSyncExternalStore } from 'react'
import { CrashCard } from '@/components/layout/crash-card'
import { crash as english } from '@/lib/i18n/en/crash'
import { crash as japanese } from '@/lib/i18n/ja/crash'
import { cookieName } from '@/lib/i18n/cookies'
import { chooseLanguage, languageCookie } from '@/lib/i18n/languages'
import { contrastCookie, parseContrast, parseTheme, themeCookie } from '@/lib/i18n/themes'
import { LanguageFont } from './language-font'

export interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

function cookie(jar: string, name: string): string | null {
  // On the server there is no window and no cookie either.
  const key = cookieName(name, typeof window !== 'undefined' && window.location.protocol === 'https:')
  const pair = jar.split('; ').find((each) => each.startsWith(`${key}=`))
  return pair?.slice(key.length + 1) ?? null
}

const never = () => () => undefined
const readJar = () => document.cookie
const noJar = () => ''

/** The last fallback, when even the layout fails: no provider is left, so language and theme come from the cookies. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const jar = useSyncExternalStore(never, readJar, noJar)
  const language = chooseLanguage(
    cookie(jar, languageCookie),
    typeof navigator === 'undefined' ? null : navigator.language,
  )
  const theme = parseTheme(cookie(jar, themeCookie))
  const contrast = parseContrast(cookie(jar, contrastCookie))
  const texts = language === 'ja' ? japanese : english
  return (
    <html
      lang={language}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
      {...(contrast === 'system' ? {} : { 'data-contrast': contrast })}
    >
      <body>
        <title>{texts.title}</title>
        <LanguageFont language={language} />
        <CrashCard texts={texts} digest={error.digest ?? null} onRetry={reset} />
      </body>
    </html>
  )
}
