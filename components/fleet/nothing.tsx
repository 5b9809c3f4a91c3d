import { useTranslations } from 'next-intl'

/** A dash for a value that is not there or not known. It is never a zero. */
export function Nothing() {
  const t = useTranslations('fleet.cell')
  return (
    <span className="text-text-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('notKnown')}</span>
    </span>
  )
}
