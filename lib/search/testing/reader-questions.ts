import type { Question } from './questions'

/** Questions of readers of an earlier state that led to a wrong article or to none. */
export const readerQuestions: readonly Question[] = [
  ['起動しない', ...bootFailures()],
  ['VM が起動しない', ...bootFailures()],
  ['is it safe to restart', ...noRestart()],
  ['can I reboot the vm', ...noRestart()],
  ['can I restart now', ...noRestart()],
  ['再起動してもいい', ...noRestart()],
  ['ディスクがいっぱい', 'problem:no-space-left'],
  ['鍵の更新', 'problem:key-update-failed', 'problem:key-update-pending'],
  ['キーのローテーション', 'problem:key-update-failed', 'problem:key-update-pending'],
  ['backup fails encrypted vm', 'problem:backup-refused', 'cause:backup-service-lacks-rights'],
  ['バックアップが失敗する', 'problem:backup-refused', 'cause:backup-service-lacks-rights'],
  ['detach encrypted disk', ...onAnotherVm()],
  ['ディスクを取り外す', ...onAnotherVm()],
  ['remove encryption', 'step:disable-encryption'],
  ['which role do I need for boot diagnostics', 'step:save-boot-log', 'role:virtual-machine-contributor'],
  ['gen2', 'requirement:generation', 'cause:dual-pass-on-generation-2'],
  ['AADSTS7000215', 'problem:dual-pass-vault-access-failed', 'cause:application-lacks-rights'],
  ['0x80310024', 'problem:bitlocker-rejected'],
  ['someone deleted the key', 'cause:key-gone', 'step:recover-key'],
  ['キーを削除した', 'cause:key-gone', 'step:recover-key'],
  ['key expired', 'cause:key-expired', 'step:extend-key-version'],
  [
    'how long does encryption take',
    'problem:os-encryption-silent-phase',
    'problem:encryption-overdue',
    'cause:copy-takes-hours',
    'requirement:data-size',
  ],
  [
    '権限が足りない',
    'problem:vault-access-refused',
    'cause:caller-lacks-vault-rights',
    'cause:application-lacks-rights',
  ],
]

function bootFailures(): string[] {
  return [
    'problem:boot-waits-for-key',
    'step:repair-offline',
    'cause:boot-modules-missing',
    'cause:key-not-found-at-boot',
  ]
}

/** The articles that say that a restart during the copy of the OS disk destroys it. */
function noRestart(): string[] {
  return ['problem:os-encryption-silent-phase', 'step:wait-for-os-copy', 'step:keep-vm-running']
}

function onAnotherVm(): string[] {
  return ['problem:repair-disk-locked', 'cause:stamped-disk-attached', 'cause:disk-not-unlocked']
}
