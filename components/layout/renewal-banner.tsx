'use client'

import { LogIn } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'

const LocalBanner = dynamic(() => import('./local-banner'))

/** The sign-in ended in the background: the page keeps its last data until the user signs in again. */
export function RenewalBanner() {
  const t = useTranslations('frame.renewal')
  const { renewalNeeded, status, signIn, local } = useSession()
  if (local !== null) return <LocalBanner local={local} />
  if (!renewalNeeded || status !== 'signed-in') return null
  return (
    <div className="px-3 pt-3 narrow:px-5">
      <Banner
        announce
        icon={<LogIn size={16} aria-hidden />}
        title={t('title')}
        action={
          <Button size="small" onClick={() => void signIn()}>
            {t('button')}
          </Button>
        }
      >
        {t('text')}
      </Banner>
    </div>
  )
}
