import { useTranslations } from 'next-intl'

/** A dash for a value that is missing or unknown. Never 0. */
export function Nothing() {
  const t = useTranslations('fleet.cell')
  return (
    <span className="text-text-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('notKnown')}</span>
    </span>
  )
}
