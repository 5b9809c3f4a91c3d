'use client'

import { FileClock, SquareTerminal } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { LocalSignIn } from '@/components/providers/session-types'
import { Banner } from '@/components/ui/banner'
import { CodeBlock } from '@/components/ui/code-block'
import { formatTime } from '@/lib/i18n/format'

/** The moment and the name of the file that is shown, on every screen. */
function FileBanner({ file }: { readonly file: NonNullable<LocalSignIn['file']> }) {
  const t = useTranslations('local.file')
  const moment = formatTime(useLocale(), file.takenAt)
  return (
    <div className="px-3 pt-3 narrow:px-5">
      <Banner icon={<FileClock size={16} aria-hidden />} title={t('title', { moment, name: file.name })}>
        {t('text')} {file.subscriptions !== null && t('chosen', { count: file.subscriptions })}{' '}
        {!file.complete && t('partly', { count: file.notRead })}
      </Banner>
    </div>
  )
}

/** What the person must do in the terminal: sign in again, or start the program again. */
export default function LocalBanner({ local }: { readonly local: LocalSignIn }) {
  const t = useTranslations('local.banner')
  const { command, ended, file } = local
  if (file !== null && !ended) return <FileBanner file={file} />
  if (command === null && !ended) return null
  const texts = { copy: t('copy'), copied: t('copied'), copyFailed: t('copyFailed') }
  return (
    <div className="grid gap-2 px-3 pt-3 narrow:px-5">
      <Banner announce icon={<SquareTerminal size={16} aria-hidden />} title={ended ? t('ended') : t('title')}>
        {ended ? t('endedText') : t('text')}
      </Banner>
      {command !== null && !ended && (
        <CodeBlock
          label={t('command')}
          heading={<span className="px-2 text-meta text-text-2">{t('command')}</span>}
          parts={[{ text: command }]}
          texts={texts}
        />
      )}
    </div>
  )
}
