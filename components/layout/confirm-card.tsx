'use client'

import { ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'

/**
 * Names the tenant and the account before anything of the tenant is shown: another party can have written the link that
 * named the tenant.
 */
export default function ConfirmCard() {
  const t = useTranslations('frame.signIn')
  const { tenantId, account, confirm, addAccount, signOut } = useSession()
  const code = (value: string) => <span className="font-mono text-code wrap-anywhere">{value}</span>
  const facts = [
    { key: 'tenant', label: t('tenant'), value: code(tenantId) },
    { key: 'account', label: t('confirm.account'), value: code(account?.username ?? '') },
  ]
  return (
    <div className="flex min-h-[calc(100dvh-3rem)] items-start justify-center px-3 pt-6 narrow:px-5 narrow:pt-[14vh]">
      <section className="card w-full max-w-[34rem] p-5 narrow:p-8">
        <ShieldAlert size={32} aria-hidden />
        <h1 className="mt-3 text-page font-semibold tracking-heading">{t('confirm.title')}</h1>
        <p className="prose-body mt-2">{t('confirm.text')}</p>
        <div className="mt-5 border-y border-line py-4 text-meta">
          <Facts facts={facts} />
        </div>
        <div className="mt-5 flex flex-wrap gap-2">
          <Button variant="ink" onClick={confirm}>
            {t('confirm.button')}
          </Button>
          <Button onClick={() => void addAccount()}>{t('confirm.other')}</Button>
          <Button onClick={() => void signOut()}>{t('confirm.leave')}</Button>
        </div>
      </section>
    </div>
  )
}
