import 'server-only'
import type { ReactNode } from 'react'
import { textsOf, type TextScope } from '@/lib/i18n/scopes'
import { MoreTexts } from './intl-provider'
import { requestPreferences } from './request-preferences'

export interface PageTextsProps {
  /** What the page's own parts word; a test compares it with what they use. */
  readonly of: readonly TextScope[]
  readonly children: ReactNode
}

/** Gives a page its own texts, in the reader's language, beside those that every page has. */
export async function PageTexts({ of, children }: PageTextsProps) {
  const { language } = await requestPreferences()
  return <MoreTexts texts={textsOf(language, of)}>{children}</MoreTexts>
}
