'use client'

import { useTranslations } from 'next-intl'
import type { VmDetail } from '@/lib/contract/vm'
import { VolumeStateText } from '@/components/state/volume-state-text'
import { Card } from '@/components/ui/card'

export interface VolumesCardProps {
  readonly verdict: VmDetail['verdict']
  /** Sizes and kinds of the disks, where the reading has them. */
  readonly disks: VmDetail['disks']
}

/** Every volume with its stamp, the word reported for its kind and its own state. */
export function VolumesCard({ verdict, disks }: VolumesCardProps) {
  const t = useTranslations('vm.volumes')
  const stamp = useTranslations('evidence.stamp')
  const role = useTranslations('facts.role')
  const head = 'px-2 pb-2 text-left text-meta font-medium text-text-2'
  const dash = <span className="text-text-3">–</span>
  return (
    <Card title={t('title')} padded={false}>
      <div className="overflow-x-auto px-2 pb-2" role="region" aria-label={t('title')} tabIndex={0}>
        <table className="w-full min-w-[40rem] border-collapse text-body">
          <thead>
            <tr className="border-b border-line-strong">
              <th scope="col" className={head}>
                {t('disk')}
              </th>
              <th scope="col" className={head}>
                {t('role')}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {t('lun')}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {t('size')}
              </th>
              <th scope="col" className={head}>
                {t('stamp')}
              </th>
              <th scope="col" className={head}>
                {t('report')}
              </th>
              <th scope="col" className={head}>
                {t('state')}
              </th>
            </tr>
          </thead>
          <tbody>
            {verdict.volumes.map((volume, index) => {
              const disk = disks.find(
                (one) => one.role === volume.role && one.name.toLowerCase() === volume.name.toLowerCase(),
              )
              const reported = volume.role === 'os' ? verdict.os.reported : verdict.data.reported
              return (
                <tr key={`${volume.role}-${index}`} className="h-9 border-b border-line last:border-0">
                  <th scope="row" dir="ltr" className="px-2 text-left font-mono text-code font-normal wrap-anywhere">
                    {volume.name}
                    {disk?.managed === false && (
                      <span className="ml-2 font-sans text-meta text-text-3">{t('unmanaged')}</span>
                    )}
                  </th>
                  <td className="px-2">{role(volume.role)}</td>
                  <td className="px-2 text-right">{volume.lun ?? dash}</td>
                  <td className="px-2 text-right whitespace-nowrap">
                    {typeof disk?.sizeGiB === 'number' ? t('gib', { size: disk.sizeGiB }) : dash}
                  </td>
                  <td className="px-2">{stamp(volume.stamp)}</td>
                  <td className="px-2 font-mono text-code" dir="ltr">
                    {reported ?? dash}
                  </td>
                  <td className="px-2">
                    <VolumeStateText state={volume.state} stamped={volume.stamp === 'encrypted'} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
