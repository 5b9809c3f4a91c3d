'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMounted } from '@/components/data-table/measures'
import { useSession } from '@/components/providers/session-context'
import { useAddressValue } from '@/components/state/use-address-value'
import { EmptyCard } from '@/components/ui/empty-card'
import { migrationClasses } from '@/lib/retirement/codes'
import { totalsOf } from '@/lib/retirement/progress'
import { shownCount } from '@/lib/views/completeness'
import { ClassStrip } from './class-strip'
import { DayCard } from './day-card'
import { ListCard } from './list-card'
import { ProgressCard } from './progress-card'
import { ReadingNote } from './reading-note'
import { RunbookCard } from './runbook-card'
import { useRetirementExport } from './use-export'
import { useRetirementView, type RetirementView } from './use-list'
import { useWaves } from './use-waves'
import { WavesCard } from './waves-card'

function Heading({ view }: { readonly view: RetirementView }) {
  const t = useTranslations('retirement')
  const totals = totalsOf(view.items)
  const isShown = view.items.length > 0 || view.isSettled
  const reaches = { vms: view.reach, disks: view.classReach('unattached-disk') }
  const parts = (['vms', 'disks'] as const).flatMap((part) => {
    const count = isShown ? shownCount(totals[part], reaches[part]) : null
    return count === null ? [] : [t(`summary.${part}`, { count, least: reaches[part] === 'all' ? 'no' : 'yes' })]
  })
  // While VMs are read, these become fewer.
  const others =
    totals.others === 0 || view.fleetRead.kind === 'loading' ? [] : [t('summary.others', { count: totals.others })]
  // What the list counts in its foot: the sum of the parts.
  const rows =
    view.fleetRead.kind === 'loading' || totals.vms === view.items.length
      ? []
      : [t('summary.rows', { count: view.items.length })]
  return (
    <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
      <p role="status" className="text-text-2">
        {[...parts, ...others, ...rows].join(' · ')}
      </p>
    </header>
  )
}

/** Rendered only in the browser, which holds what earlier versions stored of the waves. */
function OpenPage() {
  const t = useTranslations('retirement')
  const view = useRetirementView()
  const waves = useWaves()
  const exportList = useRetirementExport(view, waves)
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
    // Restores the focus to the button that opened it.
    document.getElementById(`runbook-${lastOpened ?? ''}`)?.focus()
  }
  if (items.length === 0)
    return (
      <>
        <Heading view={view} />
        <DayCard />
        {view.isSettled ? (
          <EmptyCard icon={<CircleCheck size={20} aria-hidden />} title={t('none.title')}>
            {t('none.text')}
          </EmptyCard>
        ) : (
          <ReadingNote view={view} isEmpty />
        )}
      </>
    )
  return (
    <>
      <Heading view={view} />
      <DayCard />
      <ReadingNote view={view} isEmpty={false} />
      <ClassStrip items={items} reachOf={view.classReach} current={kind} onChoose={setWanted} />
      <WavesCard view={view} waves={waves} onExport={exportList} />
      {open !== undefined && <RunbookCard item={open} tenantId={tenant} onClose={close} />}
      <ListCard
        view={view}
        waves={waves}
        kind={kind}
        tenantId={tenant}
        onOpen={({ key }) => {
          setLastOpened(key)
          setOpenKey(key)
        }}
      />
      <ProgressCard fleet={query} />
    </>
  )
}

/** Leaving Azure Disk Encryption: the time left, what has to move, the blockers, and who moves when. */
export function RetirementPage() {
  const t = useTranslations('retirement')
  const mounted = useMounted()
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      {mounted ? <OpenPage /> : <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>}
    </div>
  )
}
