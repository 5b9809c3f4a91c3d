'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatList, formatNumber } from '@/lib/i18n/format'
import type { VmDetail } from '@/lib/contract/vm'
import { Age } from '@/components/state/age'
import { PowerText } from '@/components/state/power-text'
import { Card } from '@/components/ui/card'
import { Facts, type Fact } from '@/components/ui/facts'

function Code({ text }: { readonly text: string }) {
  return (
    <span dir="ltr" className="font-mono text-code wrap-anywhere">
      {text}
    </span>
  )
}

/** The plain facts of the reading. Values that were not read are shown as such. */
export function FactsCard({ vm }: { readonly vm: VmDetail }) {
  const t = useTranslations('vm.facts')
  const facts = useTranslations('facts')
  const language = useLocale()
  const { extension, agent, verdict } = vm
  const code = (text: string | null, absent: string) =>
    text === null || text === '' ? <span className="text-text-3">{absent}</span> : <Code text={text} />
  const rows: Fact[] = [
    {
      key: 'extension',
      label: t('extension'),
      value: extension === null ? t('noExtension') : code(extension.type ?? extension.name, t('none')),
    },
    ...(extension === null
      ? []
      : [
          { key: 'version', label: t('version'), value: code(extension.version, '–') },
          { key: 'provisioning', label: t('provisioning'), value: code(extension.provisioningState, '–') },
          { key: 'operation', label: t('operation'), value: code(extension.operation, '–') },
          { key: 'volumeType', label: t('volumeType'), value: code(extension.volumeType, '–') },
        ]),
    { key: 'pass', label: t('pass'), value: facts(`passMeaning.${verdict.pass}`) },
    { key: 'power', label: t('power'), value: <PowerText power={vm.power} /> },
    {
      key: 'agent',
      label: t('agent'),
      value: (
        <>
          {code(agent.status, t('none'))} {agent.version !== null && <Code text={agent.version} />}{' '}
          {agent.heartbeatAt !== null && <Age at={agent.heartbeatAt} style="sentence" />}
        </>
      ),
    },
    { key: 'keyVault', label: t('keyVault'), value: code(vm.keyVault, t('none')) },
    { key: 'kek', label: t('kek'), value: code(vm.keyEncryptionKey, t('none')) },
    {
      key: 'other',
      label: t('other'),
      value: (
        <>
          {vm.otherEncryption.length === 0
            ? t('none')
            : formatList(
                language,
                vm.otherEncryption.map((kind) => facts(`otherEncryption.${kind}`)),
              )}
          {!vm.doubleEncryption.known && (
            <span className="block text-text-2">{t(`doubleUnknown.${vm.doubleEncryption.why}`)}</span>
          )}
        </>
      ),
    },
    { key: 'vmId', label: t('vmId'), value: code(vm.vmId, '–') },
    { key: 'requests', label: t('requests'), value: formatNumber(language, vm.armRequests) },
  ]
  return (
    <Card title={t('title')}>
      <Facts facts={rows} />
    </Card>
  )
}
