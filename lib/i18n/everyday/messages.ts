import type { GuidedKind } from '../guidance/kinds'

type Words = Readonly<Partial<Record<GuidedKind, string>>>

/** Few messages need words beside their own text, which the index contains. */
export const messages = {
  en: {
    'asr-target-vault-missing': 'site recovery asr 150175 replication disaster recovery',
    'backup-disk-exclusion-refused': 'azure backup selective disk backup, exclude disks',
    'backup-vault-permissions': 'azure backup cannot read key vault',
    'arm-secret-missing-tags': 'secret has no tags',
    'mdc-missing': 'microsoft defender for cloud, security center recommendation, unhealthy',
  },
  ja: {
    'asr-target-vault-missing': 'Site Recovery レプリケーション ディザスターリカバリー',
    'backup-disk-exclusion-refused': 'Azure Backup 選択的ディスク バックアップ、ディスクの除外',
    'backup-vault-permissions': 'Azure Backup アクセス許可不足',
    'arm-secret-missing-tags': 'シークレットのタグがない',
    'mdc-missing': 'Microsoft Defender for Cloud セキュリティセンターの推奨事項',
  },
} as const satisfies Readonly<Record<'en' | 'ja', Words>>
