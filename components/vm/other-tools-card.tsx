'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ToolReason } from '@/lib/contract/other-tools'
import type { VmDetail } from '@/lib/contract/vm'
import { azReason, portalView, powerShellReason } from '@/lib/views/other-tools'
import { guestLine } from '@/components/state/guest-text'
import { Card } from '@/components/ui/card'

const messageLimit = 160

export type OtherToolsCardProps = Pick<VmDetail, 'verdict' | 'osType' | 'otherEncryption'>

function Line({
  tool,
  mono = false,
  shows,
  reason,
}: {
  readonly tool: string
  readonly mono?: boolean
  readonly shows: ReactNode
  readonly reason: ToolReason | null
}) {
  const t = useTranslations('vm.tools')
  return (
    <tr className="border-b border-line last:border-0">
      <th
        scope="row"
        className={`px-2 py-2 text-left align-top ${mono ? 'font-mono text-code font-normal' : 'font-medium'}`}
      >
        {tool}
      </th>
      <td className="px-2 py-2 align-top">{shows}</td>
      <td className="px-2 py-2 align-top text-text-2">{reason === null ? '–' : t(`reason.${reason}`)}</td>
    </tr>
  )
}

function PowerShellShows({ verdict }: Pick<VmDetail, 'verdict'>) {
  const t = useTranslations('vm.tools')
  const view = verdict.otherTools.powershell
  if (view === null) return <>{t('powershellNone')}</>
  if ('error' in view) return <>{t('powershellError', { error: guestLine(view.error, messageLimit) })}</>
  const lines = [
    `OsVolumeEncrypted: ${view.OsVolumeEncrypted}`,
    `DataVolumesEncrypted: ${view.DataVolumesEncrypted}`,
    `ProgressMessage: ${guestLine(view.ProgressMessage, messageLimit)}`,
  ]
  return (
    <span dir="ltr" className="font-mono text-code wrap-anywhere">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  )
}

/** What the portal, azure-cli and PowerShell show for the same reading, and why. */
export function OtherToolsCard(vm: OtherToolsCardProps) {
  const t = useTranslations('vm.tools')
  const portal = portalView(vm)
  const outcomes = { printed: 'cliPrinted', nothing: 'cliNothing', error: 'cliError' } as const
  const head = 'px-2 pb-2 text-left text-meta font-medium text-text-2'
  const data = () => {
    if (portal.data.total === 0) return t('noDisks')
    if (portal.data.of === 0) return t('noAde')
    return portal.data.of === portal.data.total ? t('ade') : t('someAde', portal.data)
  }
  return (
    <Card title={t('title')} hint={t('hint')} padded={false}>
      <div className="overflow-x-auto px-2 pb-2" role="region" aria-label={t('title')} tabIndex={0}>
        <table className="w-full min-w-[40rem] border-collapse text-body">
          <thead>
            <tr className="border-b border-line-strong">
              <th scope="col" className={head}>
                {t('tool')}
              </th>
              <th scope="col" className={head}>
                {t('shows')}
              </th>
              <th scope="col" className={head}>
                {t('why')}
              </th>
            </tr>
          </thead>
          <tbody>
            <Line
              tool={t('portal')}
              reason={portal.reason}
              shows={t('portalShown', { os: portal.os === 'ade' ? t('ade') : t('noAde'), data: data() })}
            />
            <Line
              tool="az vm encryption show"
              mono
              reason={azReason(vm)}
              shows={t(outcomes[vm.verdict.otherTools.azCli.outcome])}
            />
            <Line
              tool="Get-AzVMDiskEncryptionStatus"
              mono
              reason={powerShellReason(vm)}
              shows={<PowerShellShows verdict={vm.verdict} />}
            />
          </tbody>
        </table>
      </div>
    </Card>
  )
}
