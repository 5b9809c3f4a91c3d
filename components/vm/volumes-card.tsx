'use client'

import { useTranslations } from 'next-intl'
import type { ExplainedVm } from '@/lib/contract/explain'
import type { VmDetail } from '@/lib/contract/vm'
import { VolumeStateText } from '@/components/state/volume-state-text'
import { Card } from '@/components/ui/card'

export interface VolumesCardProps {
  readonly verdict: ExplainedVm['verdict']
  /** Sizes and kinds of the disks, if the reading contains them. */
  readonly disks: VmDetail['disks']
  /** Whether the stamps were read; another tool's output contains none. */
  readonly stampsRead?: boolean
}

function Row({
  volume,
  verdict,
  disks,
  stampsRead,
}: { readonly volume: ExplainedVm['verdict']['volumes'][number] } & VolumesCardProps) {
  const t = useTranslations('vm.volumes')
  const evidence = useTranslations('evidence')
  const role = useTranslations('facts.role')
  const dash = <span className="text-text-3">–</span>
  const disk = disks.find((one) => one.role === volume.role && one.name.toLowerCase() === volume.name.toLowerCase())
  const reported = volume.role === 'os' ? verdict.os.reported : verdict.data.reported
  return (
    <tr>
      <th scope="row" dir="ltr" className="font-mono text-code font-normal wrap-anywhere">
        {volume.name === '' ? dash : volume.name}
        {disk?.managed === false && <span className="ml-2 font-sans text-meta text-text-3">{t('unmanaged')}</span>}
      </th>
      <td data-label={t('role')} className="whitespace-nowrap">
        {role(volume.role)}
      </td>
      <td data-label={t('lun')} className="number">
        {volume.lun ?? dash}
      </td>
      <td data-label={t('size')} className="number">
        {typeof disk?.sizeGiB === 'number' ? t('gib', { size: disk.sizeGiB }) : dash}
      </td>
      <td data-label={t('stamp')} className="whitespace-nowrap">
        {stampsRead === true ? evidence(`stamp.${volume.stamp}`) : evidence('value.not-read')}
      </td>
      <td data-label={t('report')} className="font-mono text-code" dir="ltr">
        {reported ?? dash}
      </td>
      <td data-label={t('state')}>
        <VolumeStateText state={volume.state} stamped={volume.stamp === 'encrypted'} />
      </td>
    </tr>
  )
}

/** Every volume with its stamp, the word reported for its kind and its own state. */
export function VolumesCard({ verdict, disks, stampsRead = true }: VolumesCardProps) {
  const t = useTranslations('vm.volumes')
  return (
    <Card title={t('title')} padded={false}>
      <div className="px-2 pb-2">
        <table className="stack-table" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('disk')}</th>
              <th scope="col">{t('role')}</th>
              <th scope="col" className="number">
                {t('lun')}
              </th>
              <th scope="col" className="number">
                {t('size')}
              </th>
              <th scope="col">{t('stamp')}</th>
              <th scope="col">{t('report')}</th>
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {verdict.volumes.map((volume, index) => (
              <Row
                key={`${volume.role}-${index}`}
                volume={volume}
                verdict={verdict}
                disks={disks}
                stampsRead={stampsRead}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
