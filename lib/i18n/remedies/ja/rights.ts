import type { Remedies } from '../types'

/** Built-in roles keep their names as Azure spells them, with the Japanese portal’s name beside. */
export const rights: Remedies['rights'] = {
  none: '権限は不要',
  reader: '閲覧者 (Reader)',
  'virtual-machine-contributor': '仮想マシン共同作成者 (Virtual Machine Contributor)',
  'key-vault-reader': 'Key Vault Reader (キー コンテナー閲覧者)',
  'key-vault-contributor': 'Key Vault Contributor (キー コンテナー共同作成者)',
  'key-vault-crypto-officer': 'Key Vault Crypto Officer (キー コンテナー暗号化責任者)',
  'key-vault-secrets-officer': 'Key Vault Secrets Officer (キー コンテナー シークレット責任者)',
  'network-contributor': 'Network Contributor (ネットワーク共同作成者)',
  'disk-snapshot-contributor': 'Disk Snapshot Contributor (ディスク スナップショット共同作成者)',
  'backup-operator': 'Backup Operator (バックアップ オペレーター)',
  'resource-policy-contributor': 'Resource Policy Contributor (リソース ポリシー共同作成者)',
  'user-access-administrator': 'User Access Administrator (ユーザー アクセス管理者)',
  'guest-administrator': 'VM の中の管理者',
}
