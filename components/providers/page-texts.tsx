import 'server-only'
import type { ReactNode } from 'react'
import { textsOf, type TextScope } from '@/lib/i18n/scopes'
import { MoreTexts } from './intl-provider'
import { requestPreferences } from './request-preferences'

export interface PageTextsProps {
  /** Text scopes that the page's components use; a test compares this list with their use. */
  readonly of: readonly TextScope[]
  readonly children: ReactNode
}

/** Provides a page's own texts in the user's language, in addition to those of every page. */
export async function PageTexts({ of, children }: PageTextsProps) {
  const { language } = await requestPreferences()
  return <MoreTexts texts={textsOf(language, of)}>{children}</MoreTexts>
}
