'use client'

import './globals.css'
import { useSyncExternalStore } from 'react'
import { CrashCard } from '@/components/layout/crash-card'
import { en } from '@/lib/i18n/en'
import { ja } from '@/lib/i18n/ja'
import { chooseLanguage, languageCookie } from '@/lib/i18n/languages'

export interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

function chosenLanguage() {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${languageCookie}=`))
  return chooseLanguage(pair?.split('=')[1] ?? null, navigator.language)
}

const never = () => () => undefined

/** The last resort, when even the frame fails: no provider is left, so the language comes from the cookie. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  const language = useSyncExternalStore(never, chosenLanguage, () => 'en' as const)
  const texts = language === 'ja' ? ja.frame.crash : en.frame.crash
  return (
    <html lang={language}>
      <body>
        <title>{texts.title}</title>
        <CrashCard texts={texts} digest={error.digest ?? null} onRetry={reset} />
      </body>
    </html>
  )
}
