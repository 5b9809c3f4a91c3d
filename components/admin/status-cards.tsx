'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Age } from '@/components/state/age'
import { Facts } from '@/components/ui/facts'
import type { AdminStatus } from '@/lib/contract/admin'
import { formatNumber, formatTime } from '@/lib/i18n/format'
import { Literal } from './literal'
import { PlainTable } from './plain-table'
import { SectionCard } from './section-card'

interface StatusProps {
  readonly status: AdminStatus
}

const mebibyte = 1_048_576

/** Version of the server and state of its database. */
export function StoreCard({ status: { version, node, startedAt, store } }: StatusProps) {
  const t = useTranslations('admin.store')
  const language = useLocale()
  const number = (value: number | null) => (value === null ? '–' : formatNumber(language, value))
  const size = {
    size: number(store.bytes === null ? null : Math.ceil(store.bytes / mebibyte)),
    most: number(Math.round(store.mostBytes / mebibyte)),
  }
  const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const
  const facts = [
    { key: 'version', label: t('version'), value: version },
    { key: 'node', label: t('node'), value: node },
    { key: 'started', label: t('started'), value: formatTime(language, startedAt) },
    ...(store.database === null
      ? []
      : [
          { key: 'database', label: t('database'), value: <span dir="ltr">{names[store.database]}</span> },
          { key: 'size', label: t('size'), value: t('sizeOf', size) },
          { key: 'schema', label: t('schema'), value: store.schema },
          { key: 'machines', label: t('machines'), value: number(store.machines) },
          { key: 'observations', label: t('observations'), value: number(store.observations) },
        ]),
  ]
  return (
    <SectionCard id="admin-store" title={t('title')}>
      <Facts facts={facts} />
      {store.failure !== null && <p className="pt-2">{t('none', { reason: store.failure })}</p>}
    </SectionCard>
  )
}

/** The collectors, which read VMs while no user has the page open. */
export function CollectorsCard({ status: { leases, watching } }: StatusProps) {
  const t = useTranslations('admin.collectors')
  const work = useTranslations('admin.work')
  const language = useLocale()
  return (
    <SectionCard id="admin-collectors" title={t('title')}>
      <h3 className="font-semibold">{t('watching')}</h3>
      {watching.length === 0 ? (
        <p className="text-text-2">{t('nothing')}</p>
      ) : (
        <PlainTable
          label={t('watching')}
          head={[t('cloud'), t('tenant'), t('watched'), t('due'), t('lastRead')]}
          rows={watching.map(({ cloud, tenantId, watched, due, lastRead }) => ({
            key: `${cloud} ${tenantId}`,
            cells: [
              <Literal key="cloud" text={cloud} />,
              <Literal key="tenant" text={tenantId} />,
              formatNumber(language, watched),
              formatNumber(language, due),
              lastRead === null ? t('never') : <Age at={lastRead} style="sentence" />,
            ],
          }))}
        />
      )}
      <h3 className="pt-3 font-semibold">{t('leases')}</h3>
      {leases.length === 0 ? (
        <p className="text-text-2">{t('noLeases')}</p>
      ) : (
        <PlainTable
          label={t('leases')}
          head={[t('work'), t('holder'), t('until')]}
          rows={leases.map(({ work: what, holder, until, failure }, index) => ({
            key: index,
            cells: [
              failure === null ? work(what) : t('reportFailed', { code: failure }),
              <Literal key="holder" text={holder} />,
              formatTime(language, until),
            ],
          }))}
        />
      )}
    </SectionCard>
  )
}

/** Whether the webhooks take the notices. A failure is the operator's to correct: users cannot see its cause. */
export function WebhooksCard({ status: { webhooks } }: StatusProps) {
  const t = useTranslations('admin.webhooks')
  const language = useLocale()
  return (
    <SectionCard id="admin-webhooks" title={t('title')} intro={t('intro')}>
      {webhooks === null || webhooks.length === 0 ? (
        <p className="text-text-2">{t(webhooks === null ? 'unread' : 'none')}</p>
      ) : (
        <PlainTable
          label={t('title')}
          head={[t('name'), t('sent'), t('retrying'), t('failed'), t('code')]}
          rows={webhooks.map(({ name, sent, retrying, failed, code }) => ({
            key: name,
            cells: [
              <Literal key="name" text={name} />,
              formatNumber(language, sent),
              formatNumber(language, retrying),
              formatNumber(language, failed),
              <Literal key="code" text={code ?? '–'} />,
            ],
          }))}
        />
      )}
    </SectionCard>
  )
}

/** Messages that are not in the catalogue. They come from guests: each is shown separately and as plain text. */
export function MessagesCard({ status: { unrecognised } }: StatusProps) {
  const t = useTranslations('admin.messages')
  return (
    <SectionCard id="admin-messages" title={t('title')} intro={t('intro')}>
      {unrecognised.length === 0 ? (
        <p className="text-text-2">{t('none')}</p>
      ) : (
        <ul className="flex flex-col gap-3" aria-label={t('title')}>
          {unrecognised.map(({ text, vms, lastSeen }) => (
            <li key={text}>
              <p className="max-h-40 overflow-y-auto font-mono text-code wrap-anywhere whitespace-pre-wrap" dir="ltr">
                <bdi>{text}</bdi>
              </p>
              <p className="text-meta text-text-3">
                {t('vms', { count: vms })} · <Age at={lastSeen} style="sentence" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  )
}

/** The configuration of this server. */
export function ConfigurationCard({ status: { configuration } }: StatusProps) {
  const t = useTranslations('admin.configuration')
  const origin = ({ isSet, secret, value }: AdminStatus['configuration'][number]) => {
    if (isSet) return secret ? t('secret') : t('set')
    return value === null ? t('unset') : t('fallback')
  }
  return (
    <SectionCard id="admin-configuration" title={t('title')} intro={t('intro')}>
      <PlainTable
        label={t('title')}
        head={[t('name'), t('value'), t('origin')]}
        rows={configuration.map((variable) => ({
          key: variable.name,
          cells: [
            <Literal key="name" text={variable.name} />,
            <Literal key="value" text={variable.value ?? '–'} />,
            origin(variable),
          ],
        }))}
      />
    </SectionCard>
  )
}
