'use client'

import { useLocale, useTranslations } from 'next-intl'
import { errorCause, type Failure } from '@/lib/i18n/error-cause'

/** Text for the cause of a failure, followed by Azure's own codes: Azure's support asks for them. */
export function useErrorCause(): (failure: Failure) => string {
  const errors = useTranslations('errors')
  const t = useTranslations('ui.azure')
  const language = useLocale()
  return errorCause(language, {
    cause: (code) => errors(`${code}.cause`),
    notInFile: t('notInFile'),
    codes: (codes) => t('codes', { codes }),
    versions: (versions) => t('versions', { versions }),
  })
}
