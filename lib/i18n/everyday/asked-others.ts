import type { AskedGroup } from './types'

/** Questions about subjects beside those: keys, locks, backup, moves and decryption. */
export const others: readonly AskedGroup[] = [
  [
    'problem:key-encryption-key-invalid step:show-key requirement:key-version',
    'what does kek mean | KEK とは何か | キー暗号化キーとは',
  ],
  ['requirement:guest-key-volume step:see-key-volume', 'what is the bek disk | BEK ボリュームの役割'],
  [
    'problem:lock-blocks-changes cause:lock-forbids step:remove-lock requirement:locks step:show-locks',
    'resource lock prevents encryption | 削除ロックが付いている',
  ],
  [
    'problem:vm-not-running step:start-vm requirement:vm-running',
    'vm is deallocated, extension refused | VM が止まっている',
  ],
  ['problem:message-unrecognised step:report-message', 'message not known | unknown status text'],
  ['cause:key-gone step:recover-key', 'key was deleted | purged key | キーを誰かが削除した'],
  ['cause:key-expired step:extend-key-version', 'key has expired | キーの期限切れ'],
  [
    'problem:vault-access-refused cause:caller-lacks-vault-rights',
    'no permission on key vault | アクセス許可がない キーコンテナー | 権限不足',
  ],
  ['step:migrate-to-single-pass problem:dual-pass-in-use', 'migrate dual pass to single pass | シングルパスへ移行'],
  ['problem:move-refused step:decide-about-move', 'move vm to other subscription | サブスクリプションを移動'],
  ['problem:distribution-unsupported requirement:running-os', 'どの OS に対応'],
  ['problem:boot-waits-for-key message:boot-grub-rescue cause:boot-files-not-written', 'grub rescue prompt'],
  [
    'requirement:backup-limits',
    'limits of backup for encrypted vms | restore an encrypted vm from backup vault | restored backup, key missing | 暗号化された VM のバックアップの制限',
  ],
  [
    'problem:decryption-failed problem:decryption-not-resuming',
    'decryption error | 復号に失敗 | 復号が進まない | データディスクの復号エラー',
  ],
  ['step:back-up-luks-header', 'save the luks header | ヘッダーを保存 | LUKS ヘッダーのバックアップを取る'],
  ['step:repair-offline', 'inspect the disk in a repair vm | 復旧用 VM で調べる'],
  [
    'step:save-boot-log',
    'look at serial console output | boot diagnostics | シリアル コンソールを見る | シリアルログの保存',
  ],
  ['problem:os-failed-disk-touched', 'did I lose my data | データは失われたか'],
  ['step:show-disk-settings', 'unattached disks | アタッチされていないディスクを調べる'],
  [
    'cause:copy-interrupted cause:data-copy-interrupted step:keep-vm-running',
    'vm was shut down during encryption | auto shutdown while encrypting | 暗号化中に VM の電源が切れた',
  ],
  [
    'problem:encrypted-but-not-stamped',
    'lsblk shows crypt but portal says not encrypted | 中は暗号化 ポータルは未暗号化',
  ],
  [
    'problem:disk-not-extended step:extend-windows-volume cause:partition-in-the-way',
    'extend c drive of encrypted vm | OS ディスクを大きくしたい',
  ],
  ['message:arm-secret-missing-tags', 'secret without tags'],
  ['cause:bitlocker-managed-by-mbam', 'mbam policy'],
  ['step:show-extensions', 'list extensions of the vm | 拡張機能の一覧'],
  [
    'step:recover-vault cause:vault-gone message:kv-vault-deleted',
    'somebody deleted the key vault | vault was removed by mistake | キーコンテナーを消してしまった',
  ],
  [
    'problem:backup-refused cause:backup-service-lacks-rights step:grant-backup step:grant-backup-role',
    'no backup possible after encryption | 暗号化後にバックアップが失敗する',
  ],
  [
    'problem:data-disk-not-covered cause:attached-after-encryption',
    'disk added later is not encrypted | 追加したディスクが暗号化されていない',
  ],
  [
    'problem:decryption-not-resuming cause:decryption-interrupted problem:decryption-failed',
    'decryption stopped midway | 復号が止まった',
  ],
  [
    'cause:service-holds-root requirement:guest-open-files step:stop-services',
    'containers running on the vm | docker コンテナーが動いている',
  ],
  ['role:reader', 'role for reading only | 読み取りに必要なロール'],
  ['problem:mount-busy', 'all ten unmount attempts failed | アンマウントを 10 回試みて失敗した'],
  ['cause:copy-interrupted cause:data-copy-interrupted', 'vm was deallocated in the middle of encrypting'],
]
