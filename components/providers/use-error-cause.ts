'use client'

import { useLocale, useTranslations } from 'next-intl'
import { isNotInFile } from '@/lib/contract/local-session'
import { formatItems, formatSentences } from '@/lib/i18n/format'
import type { ApiProblem } from './api-problem'

/** A failure, with Azure's own error codes. */
type Failure = Pick<ApiProblem, 'code' | 'azureCodes' | 'azureVersions'>

/** Text for the cause of a failure, followed by Azure's own codes: Azure's support asks for them. */
export function useErrorCause(): (failure: Failure) => string {
  const errors = useTranslations('errors')
  const t = useTranslations('ui.azure')
  const language = useLocale()
  return ({ code, azureCodes, azureVersions }) =>
    isNotInFile(azureCodes)
      ? t('notInFile')
      : formatSentences(language, [
          errors(`${code}.cause`),
          ...(azureCodes.length > 0 ? [t('codes', { codes: formatItems(language, azureCodes) })] : []),
          ...(azureVersions.length > 0 ? [t('versions', { versions: formatItems(language, azureVersions) })] : []),
        ])
}
