'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMounted } from '@/components/data-table/measures'
import { useSession } from '@/components/providers/session-context'
import { useAddressValue } from '@/components/state/use-address-value'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import type { Retirement } from '@/lib/contract/retirement'
import { formatItems } from '@/lib/i18n/format'
import { migrationClasses } from '@/lib/retirement/codes'
import { ClassStrip } from './class-strip'
import { DayCard } from './day-card'
import { ListCard } from './list-card'
import { ProgressCard } from './progress-card'
import { RunbookCard } from './runbook-card'
import { useRetirementExport } from './use-export'
import { useRetirementView, type RetirementView } from './use-list'
import { useWavePlan } from './use-wave-plan'
import { WavesCard } from './waves-card'

const tables = ['disks', 'domainJoined', 'sessionHosts', 'backedUp', 'setMembers'] as const

/** Parts that could not be read, each with its reason. */
function useMissing(): (answer: Retirement) => readonly string[] {
  const t = useTranslations('retirement')
  return (answer) => {
    const parts = tables.flatMap((name) => {
      const part = answer[name]
      return part.known ? [] : [`${t(`part.${name}`)} (${t(`why.${part.why}`)})`]
    })
    const feature = answer.features.flatMap(({ registered }) => (registered.known ? [] : [registered.why]))[0]
    const size = answer.sizes.flatMap(({ atHost }) => (atHost.known ? [] : [atHost.why]))[0]
    return [
      ...parts,
      ...(feature === undefined ? [] : [`${t('part.features')} (${t(`why.${feature}`)})`]),
      ...(size === undefined ? [] : [`${t('part.sizes')} (${t(`why.${size}`)})`]),
    ]
  }
}

/** How far the reading is, and what it could not do. */
function Reading({ view }: { readonly view: RetirementView }) {
  const t = useTranslations('retirement')
  const missing = useMissing()
  const language = useLocale()
  const { answer, isReading, hasFailed, retry } = view
  if (hasFailed && answer === null)
    return (
      <Banner
        tone="warning"
        announce
        icon={<TriangleAlert size={16} aria-hidden />}
        title={t('failed')}
        action={<Button onClick={retry}>{t('tryAgain')}</Button>}
      />
    )
  if (answer === null) return isReading ? <p className="text-text-2">{t('reading')}</p> : null
  const parts = missing(answer)
  if (parts.length === 0) return null
  return (
    <Banner
      icon={<TriangleAlert size={16} aria-hidden />}
      title={t('partial', { parts: formatItems(language, parts) })}
    />
  )
}

function Heading({ view }: { readonly view: RetirementView }) {
  const t = useTranslations('retirement')
  const { fleet } = view.query
  // A VM that could not be read is in the list, as undecided.
  const gaps = fleet.gaps.filter(({ kind }) => kind !== 'vm').length
  const disks = view.items.filter(({ type }) => type === 'disk').length
  return (
    <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
      <p role="status" className="text-text-2">
        {fleet.settledAt === null ? t('soFar') : t('summary', { vms: view.items.length - disks, disks })}
      </p>
      {gaps > 0 && <p className="w-full text-text-2">{t('gaps', { count: gaps })}</p>}
    </header>
  )
}

/** What waves and list need is in the browser alone. */
function OpenPage() {
  const t = useTranslations('retirement')
  const view = useRetirementView()
  const kept = useWavePlan()
  const exportList = useRetirementExport(view, kept.plan)
  const { tenantId } = useSession()
  const [wanted, setWanted] = useAddressValue('way')
  const [openKey, setOpenKey] = useAddressValue('item')
  const [lastOpened, setLastOpened] = useState<string | null>(null)
  const { items, query } = view
  const kind = migrationClasses.find((each) => each === wanted) ?? null
  const open = items.find(({ key }) => key === openKey)
  const tenant = query.fleet.tenantId ?? tenantId
  const close = () => {
    setOpenKey(null)
    // The button that opened it takes the focus back.
    document.getElementById(`runbook-${lastOpened ?? ''}`)?.focus()
  }
  if (items.length === 0 && query.fleet.settledAt !== null && view.answer !== null)
    return (
      <>
        <Heading view={view} />
        <DayCard />
        <Reading view={view} />
        <EmptyCard icon={<CircleCheck size={20} aria-hidden />} title={t('none.title')}>
          {t('none.text')}
        </EmptyCard>
      </>
    )
  return (
    <>
      <Heading view={view} />
      <DayCard />
      <Reading view={view} />
      <ClassStrip items={items} current={kind} onChoose={setWanted} />
      <WavesCard items={items} kept={kept} onExport={exportList} />
      {open !== undefined && <RunbookCard item={open} tenantId={tenant} onClose={close} />}
      <ListCard
        view={view}
        kept={kept}
        kind={kind}
        tenantId={tenant}
        onOpen={({ key }) => {
          setLastOpened(key)
          setOpenKey(key)
        }}
      />
      <ProgressCard />
    </>
  )
}

/** The way off Azure Disk Encryption: how long there is, what has to move, what stands in the way, and who moves when. */
export function RetirementPage() {
  const t = useTranslations('retirement')
  const mounted = useMounted()
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      {mounted ? <OpenPage /> : <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>}
    </div>
  )
}
