'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatList } from '@/lib/i18n/format'
import type { ShownItem } from './use-list'

/** The blockers of an item, by name; unknown ones are listed separately. */
export function BlockerCell({ item }: { readonly item: ShownItem }) {
  const t = useTranslations('retirement')
  const language = useLocale()
  const namesOf = (outcome: 'found' | 'unknown') =>
    item.blockers.flatMap((each) => (each.outcome === outcome ? [t(`blocker.${each.kind}.name`)] : []))
  const [found, unknown] = [namesOf('found'), namesOf('unknown')]
  return (
    <>
      {item.reason !== null && <span className="block text-text-2">{t(`reason.${item.reason}`)}</span>}
      {found.length > 0 && <span className="block">{formatList(language, found)}</span>}
      {unknown.length > 0 && (
        <span className="block text-text-2">{t('table.notKnown', { names: formatList(language, unknown) })}</span>
      )}
      {found.length + unknown.length === 0 && item.reason === null && (
        <span className="text-text-3">{t('table.nothing')}</span>
      )}
    </>
  )
}
