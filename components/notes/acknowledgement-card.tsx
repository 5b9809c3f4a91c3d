'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import type { Acknowledgeable } from '@/lib/views/acknowledgement'
import { AcknowledgementEditor } from './acknowledgement-editor'
import { AcknowledgingTroubles } from './acknowledging-troubles'
import { useAcknowledging } from './use-acknowledgement'

/** The acknowledgement of one VM's problem, or a button that makes one; nothing where the VM needs no action. */
export default function AcknowledgementCard({
  vm,
  className,
}: {
  readonly vm: Acknowledgeable
  /** Its frame, where it stands between cards. */
  readonly className?: string
}) {
  const t = useTranslations('notes')
  const acknowledging = useAcknowledging()
  if (vm.code === null || acknowledging.unread === 'loading') return null
  const found = acknowledging.of(vm)
  return (
    <section aria-label={t('section')} className={classNames('flex flex-col gap-2', className)}>
      <h3 className="text-section font-semibold">{t('section')}</h3>
      <AcknowledgingTroubles acknowledging={acknowledging} />
      {found !== null && <AcknowledgementEditor key={vm.key} vm={vm} found={found} acknowledging={acknowledging} />}
      {found === null && acknowledging.unread === null && (
        <Button size="small" className="self-start" onClick={() => void acknowledging.acknowledge([vm])}>
          {t('acknowledge')}
        </Button>
      )}
    </section>
  )
}
