'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { CompareScreen } from './compare-screen'
import { FleetScreen } from './fleet-screen'
import { GroupedScreen } from './grouped-screen'
import { ReportScreen } from './report-screen'
import { RetirementScreen } from './retirement-screen'
import { VmScreen } from './vm-screen'

// All of them are loaded with this page, as the server's pages load theirs: loaded one by one, the bundler would divide
// the code of the server's pages further, which makes each of those larger.

/** The screen of the file that its address names. */
export function Screens() {
  const t = useTranslations('local.inPage')
  const pathname = usePathname()
  const [, place = ''] = pathname.split('/')
  if (place === '') return <FleetScreen snapshotHours={null} />
  if (place === 'needs-action') return <GroupedScreen key="needs" view="needs" />
  if (place === 'causes') return <GroupedScreen key="causes" view="causes" />
  if (place === 'retirement') return <RetirementScreen />
  if (place === 'compare') return <CompareScreen />
  if (place === 'report') return <ReportScreen />
  if (place === 'vm' || place === 'vmss') return <VmScreen key={pathname} pathname={pathname} snapshotHours={null} />
  return <p className="p-5 text-text-2">{t('noScreen')}</p>
}
