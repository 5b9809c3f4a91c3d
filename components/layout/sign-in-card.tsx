'use client'

import { LogIn, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Logo } from './logo'

/** The first screen for a user: what the product does, which permissions it uses, one button. */
export default function SignInCard() {
  const t = useTranslations('frame.signIn')
  const { problem, signIn } = useSession()
  const landing = `${window.location.pathname}${window.location.search}`
  // A link that names a tenant shows it here; the tenant of this deployment is the one that every visitor expects.
  const facts = [
    ...(landing === '/'
      ? []
      : [
          {
            key: 'after',
            label: t('after'),
            value: <span className="font-mono text-code">{landing.slice(0, 300)}</span>,
          },
        ]),
  ]
  return (
    <div className="flex min-h-[calc(100dvh-3rem)] items-start justify-center px-3 pt-6 narrow:px-5 narrow:pt-[14vh]">
      <section className="card w-full max-w-[34rem] p-5 narrow:p-8">
        <Logo size={32} />
        <h1 className="mt-3 text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="prose-body mt-2">{t('what')}</p>
        <p className="prose-body mt-1 text-text-2">{t('rights')}</p>
        {problem !== null && (
          <div className="mt-4">
            <Banner
              announce
              tone="warning"
              icon={<TriangleAlert size={16} aria-hidden />}
              title={t(`problem.${problem}.title`)}
            >
              {t(`problem.${problem}.text`)}
            </Banner>
          </div>
        )}
        <Button
          variant="ink"
          size="large"
          className="mt-5"
          icon={<LogIn size={16} aria-hidden />}
          onClick={() => void signIn()}
        >
          {t('button')}
        </Button>
        {facts.length > 0 && (
          <div className="mt-6 border-t border-line pt-4 text-meta">
            <Facts facts={facts} />
          </div>
        )}
      </section>
    </div>
  )
}
