'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ToolReason } from '@/lib/contract/other-tools'
import type { ExplainedVm } from '@/lib/contract/explain'
import { azReason, portalView, powerShellReason } from '@/lib/views/other-tools'
import { guestLine } from '@/components/state/guest-text'
import { Card } from '@/components/ui/card'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

const messageLimit = 160

export interface OtherToolsCardProps extends ExplainedVm {
  /** Whether the stamps were read, from which the portal's text follows. */
  readonly stampsRead?: boolean
}

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
    <tr>
      <th scope="row" className={mono ? 'font-mono text-code font-normal' : 'font-medium'}>
        {tool}
      </th>
      <td data-label={t('shows')}>{shows}</td>
      <td data-label={t('why')} className="text-text-2">
        {reason === null ? '–' : t(`reason.${reason}`)}
      </td>
    </tr>
  )
}

function PowerShellShows({ verdict }: Pick<ExplainedVm, 'verdict'>) {
  const t = useTranslations('vm.tools')
  const view = verdict.otherTools.powershell
  if (view === null) return <>{t('powershellNone')}</>
  if ('error' in view) return <>{t('powershellError', { error: guestLine(view.error, messageLimit) })}</>
  const lines = [
    `OsVolumeEncrypted: ${view.OsVolumeEncrypted}`,
    `DataVolumesEncrypted: ${view.DataVolumesEncrypted}`,
    `ProgressMessage: ${guestLine(shortenSecretUrls(view.ProgressMessage), messageLimit)}`,
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
export function OtherToolsCard({ stampsRead = true, ...vm }: OtherToolsCardProps) {
  const t = useTranslations('vm.tools')
  const portal = portalView(vm)
  const outcomes = { printed: 'cliPrinted', nothing: 'cliNothing', error: 'cliError' } as const
  const { outcome } = vm.verdict.otherTools.azCli
  const data = () => {
    if (portal.data === null) return t('unknown')
    if (portal.data.total === 0) return t('noDisks')
    if (portal.data.of === 0) return t('noAde')
    return portal.data.of === portal.data.total ? t('ade') : t('someAde', portal.data)
  }
  return (
    <Card title={t('title')} hint={t('hint')} padded={false}>
      <div className="px-2 pb-2">
        <table className="stack-table" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('tool')}</th>
              <th scope="col">{t('shows')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            <Line
              tool={t('portal')}
              reason={stampsRead ? portal.reason : null}
              shows={
                stampsRead
                  ? t('portalShown', { os: portal.os === 'ade' ? t('ade') : t('noAde'), data: data() })
                  : t('portalUnread')
              }
            />
            <Line
              tool="az vm encryption show"
              mono
              reason={azReason(vm)}
              shows={t(outcome === null ? 'cliUnknown' : outcomes[outcome])}
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
