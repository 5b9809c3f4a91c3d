'use client'

import { MapPinOff } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { EmptyCard } from '@/components/ui/empty-card'
import { ButtonLink } from '@/components/ui/link'

/** No page at this address. */
export default function NotFoundBody() {
  const t = useTranslations('frame.notFound')
  const pathname = usePathname()
  return (
    <div className="p-3 narrow:p-5">
      <EmptyCard
        headingLevel={1}
        icon={<MapPinOff size={20} aria-hidden />}
        title={t('title')}
        facts={[
          {
            key: 'address',
            label: t('address'),
            value: <span className="font-mono text-code">{pathname.slice(0, 300)}</span>,
          },
        ]}
        actions={
          <ButtonLink href="/" variant="ink">
            {t('home')}
          </ButtonLink>
        }
      >
        {t('text')}
      </EmptyCard>
    </div>
  )
}
