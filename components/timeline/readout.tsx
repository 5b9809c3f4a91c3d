import { useTranslations } from 'next-intl'
import { laneOfSegment, type Segment } from '@/lib/views/timeline/segments'
import { useSegmentText } from './use-segment-text'

/** The exact times of the segment under the pointer. Screen readers get them from the segment itself. */
export function Readout({ segment }: { readonly segment: Segment | null }) {
  const t = useTranslations('history.point')
  const text = useSegmentText()
  if (segment === null) return <p className="min-h-14 px-4 py-2 text-meta text-text-2">{t('hint')}</p>
  const [what, ...times] = text.segment(segment)
  return (
    <div aria-hidden className="min-h-14 px-4 py-2 text-meta">
      <p className="line-clamp-2 wrap-anywhere">
        <span className="text-text-2">{text.lane(laneOfSegment(segment))}</span>{' '}
        <strong className="font-semibold">{what}</strong>
      </p>
      <p className="text-text-2">{times.join(' · ')}</p>
    </div>
  )
}
