import { describe, expect, it } from 'vitest'
import { osDiskIn } from './os-disk'
import { bootFailedIn } from './power'

describe('words of people about a start that failed', () => {
  it.each([
    'vm1 does not boot any more',
    'vm1 did not come back up',
    'Server web01 does not boot',
    '"vm1" does not start',
    'The OS does not boot',
    'Windows does not start',
    'The VM no longer starts',
    'The VM still does not boot',
    'VM fails to boot',
    'The VM failed to start',
    'The VM is unable to boot',
    'boot fails with kernel panic',
    'vm1 stopped booting',
    'The VM has not booted since',
    'VM never came back after the reboot',
    'The VM just doesn’t boot',
    'vm1 asks for the passphrase at boot',
    'stuck at GRUB',
    'The VM did not boot yesterday. Today it fails to boot again.',
    '起動に失敗しました',
    'VM が上がってこない',
    '再起動したら固まった',
    '起動時にパスフレーズを求められます',
    'Die VM startet nicht mehr',
    'Windows on vm1 does not start',
    'Since then the VM did not start',
    'VM not booting after encryption',
    'serial console shows kernel panic',
    'It asks for a passphrase on the serial console',
    'stuck at the passphrase prompt',
    'boot diag shows BitLocker recovery screen',
    'Screenshot: BitLocker recovery',
    'The screen asks for the recovery key',
    'screenshot shows blue screen 0xc000021a',
    'drops to initramfs',
    'we land in the grub shell',
    'VM drops into emergency mode',
    'reboot loop',
    'vm1 crashes during boot',
    'VM hung on startup',
    'black screen after restart',
    'リブート後、パスフレーズを聞かれます',
    '再起動後に接続できなくなりました',
    '再起動後に黒い画面のままです',
    'BitLocker 回復画面が出ています',
    '回復キーを求められます',
    'ブート診断のスクリーンショットが真っ黒です',
    '虚拟机无法启动',
    'VM startet nach Neustart nicht',
  ])('are read: %s', (words) => {
    expect(bootFailedIn(words)).toBe(true)
  })

  it.each([
    ['it is over', 'vm1 did not boot yesterday but boots now'],
    ['the next sentence says that it is over', 'vm1 did not boot yesterday. It boots now.'],
    ['a condition', 'If vm1 does not boot, restore the snapshot'],
    ['a question to check', 'Check whether vm1 does not boot'],
    ['a rule', 'Please do not boot the VM'],
    ['a plan of people', 'We did not boot it yet'],
    ['the run did not start', 'Encryption does not start'],
    ['the extension', 'The extension did not start'],
    ['a service', 'sshd failed to start'],
    ['a service, in Japanese', 'エージェントの起動に失敗しました'],
    ['no restart', 'The VM has not been rebooted'],
    ['another start', 'The VM was not started with encryption at host'],
    ['the run on the VM did not start', 'The VM did not start encryption'],
    ['a service on a named VM', 'The service on vm1 did not start'],
    ['a screen that is not seen', 'There is no kernel panic'],
    ['a screen that may come', 'If the BitLocker recovery screen comes, enter the key'],
    ['a screen that is over', 'The kernel panic is fixed'],
    ['the key of the vault', 'We saved the BitLocker recovery key'],
    ['a tool that asks', 'cryptsetup asks for a passphrase'],
    ['a file', 'We copied it to grub.cfg'],
    ['a service of the VM', 'The agent of the VM does not start'],
  ])('do not count as a boot failure: %s', (_name, words) => {
    expect(bootFailedIn(words)).toBe(false)
  })
})

it.each([
  'Preparing Automatic Repair',
  '>>Start PXE over IPv4.',
  'PXE-E18: Server response timeout.',
  'XFS (dm-0): log mount failed',
  'XFS (dm-0): Mount failed',
  'Choose an option\nContinue\nUse a device\nTroubleshoot\nTurn off your PC',
  'オプションの選択\n続行\nトラブルシューティング',
  'Error code: 0xc000000e',
  'Status: 0xc0000225',
  'STOP: 0x00000120 BITLOCKER_FATAL_ERROR',
  'The boot loader did not load an operating system.',
  'No bootable device.',
  'Reboot and Select proper Boot device',
])('a screen on which no system starts is read: %s', (screen) => {
  expect(bootFailedIn(screen)).toBe(true)
})

it.each([
  '[FAILED] Failed to start systemd-cryptsetup@osencrypt.service - Cryptography Setup for osencrypt.',
  "See 'systemctl status systemd-cryptsetup@osencrypt.service' for details.",
  'cryptsetup: ERROR: osencrypt: cryptsetup failed, bad password or options?',
  'A start job is running for Cryptography Setup for osencrypt (5min 3s / no limit)',
  '/dev/mapper/osencrypt: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.',
  'Please unlock disk osencrypt: ',
])('a line that could not open the OS disk shows no open one: %s', (line) => {
  expect(osDiskIn(line)).toBe(false)
})
