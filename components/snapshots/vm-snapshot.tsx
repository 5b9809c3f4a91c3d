'use client'

import { useTranslations } from 'next-intl'
import { FlagChip } from '@/components/state/flag-chip'
import { PowerText } from '@/components/state/power-text'
import { StateChip } from '@/components/state/state-chip'
import { VolumeStateText } from '@/components/state/volume-state-text'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { EvidenceMatrix } from '@/components/vm/evidence-matrix'
import { MessageCard } from '@/components/vm/message-card'
import type { VmSnapshot } from '@/lib/contract/snapshots'
import { sentenceOf } from '@/lib/views/verdict-summary'

const missing = <span className="text-text-3">–</span>

/** The parts that the creator selected, and those of every snapshot. */
function SnapshotFacts({ content }: { readonly content: VmSnapshot }) {
  const t = useTranslations('snapshots.fact')
  const facts = useTranslations('facts')
  const chosen = (
    [
      ['group', content.resourceGroup],
      ['subscription', content.subscription],
      ['tenant', content.tenant],
      ['keyVault', content.keyVault],
      ['keyEncryptionKey', content.keyEncryptionKey],
    ] as const
  ).filter(([, value]) => value !== null)
  return (
    <Facts
      facts={[
        { key: 'os', label: t('os'), value: content.osType ?? missing },
        { key: 'size', label: t('size'), value: content.size ?? missing },
        { key: 'region', label: t('region'), value: content.region ?? missing },
        { key: 'power', label: t('power'), value: <PowerText power={content.power} /> },
        { key: 'pass', label: t('pass'), value: facts(`pass.${content.pass}`) },
        { key: 'extension', label: t('extension'), value: content.extensionVersion ?? missing },
        ...chosen.map(([key, value]) => ({
          key,
          label: t(key),
          value: (
            <span dir="ltr" className="wrap-anywhere">
              {value}
            </span>
          ),
        })),
      ]}
    />
  )
}

function Volumes({ volumes }: { readonly volumes: VmSnapshot['volumes'] }) {
  const t = useTranslations('vm.volumes')
  const stamp = useTranslations('evidence.stamp')
  const role = useTranslations('facts.role')
  return (
    <Card title={t('title')} padded={false}>
      <div className="px-2 pb-2">
        <table className="stack-table" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('role')}</th>
              <th scope="col" className="number">
                {t('lun')}
              </th>
              <th scope="col" className="number">
                {t('size')}
              </th>
              <th scope="col">{t('stamp')}</th>
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {volumes.map((volume, index) => (
              <tr key={`${volume.role} ${index}`}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {role(volume.role)}
                </th>
                <td data-label={t('lun')} className="number">
                  {volume.lun ?? missing}
                </td>
                <td data-label={t('size')} className="number">
                  {volume.sizeGiB === null ? missing : t('gib', { size: volume.sizeGiB })}
                </td>
                <td data-label={t('stamp')} className="whitespace-nowrap">
                  {stamp(volume.stamp)}
                </td>
                <td data-label={t('state')}>
                  <VolumeStateText state={volume.state} stamped={volume.stamp === 'encrypted'} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** One VM at the time of the snapshot: verdict, evidence, message, volumes. */
export function VmSnapshotView({ content }: { readonly content: VmSnapshot }) {
  const t = useTranslations('snapshots')
  const sentences = useTranslations('verdict.sentence')
  const states = useTranslations('states.state')
  const meanings = useTranslations('states.meaning')
  const { state, os, data, progress, flags, otherEncryption } = content
  const sentence = sentenceOf({ state, os, data, progress, flags, reading: 'read', otherEncryption })
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 dir="ltr" className="text-vm font-semibold tracking-heading wrap-anywhere">
            {content.name}
          </h1>
          <StateChip state={state} size="header" />
        </div>
        <p className="max-w-[61rem] text-verdict">{sentences(sentence)}</p>
        <p className="text-text-2">
          {t('meaning', { state: states(state) })} {meanings(state)}
        </p>
        {flags.length > 0 && (
          <ul aria-label={t('flags')} className="flex flex-wrap gap-1.5">
            {flags.map((code) => (
              <li key={code}>
                <FlagChip code={code} />
              </li>
            ))}
          </ul>
        )}
      </header>
      <Card>
        <SnapshotFacts content={content} />
      </Card>
      <EvidenceMatrix
        rows={content.evidence}
        dataDisks={content.dataDisks}
        readAt={content.readAt}
        heartbeatAt={content.heartbeatAt}
      />
      <MessageCard progress={progress} volumes={content.volumes} flags={content.flags} displayStatus={null} />
      <Volumes volumes={content.volumes} />
    </div>
  )
}
