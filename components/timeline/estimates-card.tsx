import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { FleetHistory } from '@/lib/contract/history'
import { formatNumber, formatPercent } from '@/lib/i18n/format'

type Estimates = FleetHistory['estimates']

const headClass = 'py-1 pr-6 text-left font-medium text-text-2'
const cellClass = 'py-1 pr-6'

function Lines({ quality }: Pick<Estimates, 'quality'>) {
  const t = useTranslations('history.estimates')
  const language = useLocale()
  const share = (part: number) => formatPercent(language, Math.round(part * 100))
  return (
    <table className="mt-2 border-collapse">
      <thead className="text-meta">
        <tr>
          <th scope="col" className={headClass}>
            {t('basis')}
          </th>
          <th scope="col" className={`${headClass} text-right`}>
            {t('count')}
          </th>
          <th scope="col" className={`${headClass} text-right`}>
            {t('error')}
          </th>
          <th scope="col" className={`${headClass} text-right`}>
            {t('within')}
          </th>
        </tr>
      </thead>
      <tbody>
        {quality.map(({ basis, count, medianError, within }) => (
          <tr key={basis}>
            <th scope="row" className={`${cellClass} text-left font-normal`}>
              {t(`by.${basis}`)}
            </th>
            <td className={`${cellClass} text-right`}>{formatNumber(language, count)}</td>
            <td className={`${cellClass} text-right`}>{medianError === null ? '–' : share(medianError)}</td>
            <td className={`${cellClass} text-right`}>{share(within)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Quality of the estimates of the time left, scored against runs with an observed end. */
export function EstimatesCard({ estimates: { runs, fewest, quality } }: { readonly estimates: Estimates }) {
  const t = useTranslations('history.estimates')
  return (
    <Card title={t('title')} hint={t('runs', { count: runs })}>
      {quality.length === 0 ? (
        <p className="text-text-2">{t('tooFew', { fewest })}</p>
      ) : (
        <>
          <Lines quality={quality} />
          <p className="mt-2 text-meta text-text-2">{t('meaning')}</p>
        </>
      )}
    </Card>
  )
}
