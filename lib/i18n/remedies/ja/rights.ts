import type { Remedies } from '../types'

/** Built-in roles by the name of the Japanese portal, with the name that commands take beside. */
export const rights: Remedies['rights'] = {
  none: '権限は不要',
  reader: '閲覧者 (Reader)',
  'virtual-machine-contributor': '仮想マシン共同作成者 (Virtual Machine Contributor)',
  'key-vault-reader': 'キー コンテナー閲覧者 (Key Vault Reader、Azure RBAC)、または取得と一覧のアクセス ポリシー',
  'key-vault-contributor': 'キー コンテナー共同作成者 (Key Vault Contributor)',
  'key-vault-crypto-officer':
    'キー コンテナー暗号化責任者 (Key Vault Crypto Officer、Azure RBAC)、またはキーのアクセス ポリシー',
  'key-vault-secrets-officer':
    'キー コンテナー シークレット責任者 (Key Vault Secrets Officer、Azure RBAC)、またはシークレットのアクセス ポリシー',
  'network-contributor': 'ネットワーク共同作成者 (Network Contributor)',
  'disk-snapshot-contributor': 'ディスク スナップショット共同作成者 (Disk Snapshot Contributor)',
  'backup-operator': 'バックアップ オペレーター (Backup Operator)',
  'resource-policy-contributor': 'リソース ポリシー共同作成者 (Resource Policy Contributor)',
  contributor: '共同作成者 (Contributor)',
  'user-access-administrator': 'ユーザー アクセス管理者 (User Access Administrator)',
  'guest-administrator': 'VM の中の管理者',
}
