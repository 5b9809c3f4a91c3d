'use client'

import { RefreshCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useAdminStatus } from '@/components/queries/use-admin'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CollectorsCard, ConfigurationCard, MessagesCard, StoreCard, WebhooksCard } from './status-cards'
import { AuditLogCard } from './audit-log-card'

export interface AdminPageProps {
  /** What users who are not administrators see: the same page as for an unknown address. */
  readonly otherwise: ReactNode
}

/** The state of the deployment, and its audit log: for administrators only. */
export function AdminPage({ otherwise }: AdminPageProps) {
  const t = useTranslations('admin')
  const errors = useTranslations('errors')
  const { data, error, isFetching, refetch } = useAdminStatus()
  const problem = error === null ? null : problemOf(error)
  if (problem?.code === 'not-found') return otherwise
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
          <p className="text-text-2">{t('intro')}</p>
        </div>
        <Button icon={<RefreshCw size={16} aria-hidden />} aria-busy={isFetching} onClick={() => void refetch()}>
          {t('refresh')}
        </Button>
      </header>
      {problem !== null && (
        <Banner icon={<TriangleAlert size={16} aria-hidden />} title={errors(`${problem.code}.title`)} announce>
          {errors(`${problem.code}.cause`)}
        </Banner>
      )}
      {data === undefined && problem === null && <p role="status">{t('loading')}</p>}
      {data !== undefined && (
        <>
          <StoreCard status={data} />
          <CollectorsCard status={data} />
          <WebhooksCard status={data} />
          <MessagesCard status={data} />
          <AuditLogCard />
          <ConfigurationCard status={data} />
        </>
      )}
    </div>
  )
}
