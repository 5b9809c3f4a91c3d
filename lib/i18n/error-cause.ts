import type { ErrorCode } from '@/lib/contract/errors'
import { isNotInFile } from '@/lib/contract/local-session'
import { formatItems, formatSentences } from './format'
import type { Language } from './languages'

/** A failure, with Azure's own error codes. */
export interface Failure {
  readonly code: ErrorCode | 'offline'
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
}

export interface ErrorCauseTexts {
  readonly cause: (code: Failure['code']) => string
  readonly notInFile: string
  readonly codes: (codes: string) => string
  readonly versions: (versions: string) => string
}

/** Text for the cause of a failure, followed by Azure's own codes: Azure's support asks for them. */
export function errorCause(language: Language, texts: ErrorCauseTexts): (failure: Failure) => string {
  return ({ code, azureCodes, azureVersions }) =>
    isNotInFile(azureCodes)
      ? texts.notInFile
      : formatSentences(language, [
          texts.cause(code),
          ...(azureCodes.length > 0 ? [texts.codes(formatItems(language, azureCodes))] : []),
          ...(azureVersions.length > 0 ? [texts.versions(formatItems(language, azureVersions))] : []),
        ])
}
