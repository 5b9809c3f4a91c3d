'use client'

import { useTranslations } from 'next-intl'
import { CrashCard } from '@/components/layout/crash-card'

export interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('frame.crash')
  const texts = { title: t('title'), text: t('text'), reference: t('reference'), again: t('again'), home: t('home') }
  return <CrashCard texts={texts} digest={error.digest ?? null} onRetry={reset} />
}
