import { describe, expect, it } from 'vitest'
import { stripFirstLine, stripLine } from './strip'

const text = 'Install Succeeded'

describe('a line of a log', () => {
  it.each([
    '2026-11-24 03:04:05 ',
    '2026/11/24 03:04:05.123 ',
    '2026-11-24T03:04:05,123Z ',
    '2026-11-24T03:04:05+09:00 ',
    '2026-11-24T03:04:05-0900: ',
    '[2026-11-24 03:04:05] ',
    '2026-11-24 03:04:05 UTC ',
    '2026-11-24 03:04:05 +0900 ',
    '2026-11-24 03:04 ',
    '2026-11-24 03:04:05 JST: ',
    '11/24/2026 03:04 ',
    '11/24/2026 3:04:05 AM: ',
    '24.11.2026 03:04 ',
    '24/11/2026 03:04:05 - ',
    'Nov 24 03:04:05 ',
    'Nov 24 03:04:05 vm1 ',
    '[Nov  4 03:04:05 2026] ',
    '[03:04:05] ',
    '03:04 ',
    '[   12.345678] ',
    '[AzureDiskEncryption] 1804: ',
    '[AzureDiskEncryption]1804 : ',
    '[AzureDiskEncryption] ',
    '[AzureDiskEncryption-0.1.0.999348] ',
    '[AzureDiskEncryptionForLinux-1.4.0.12] ',
    '[Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.12] ',
    'INFO: ',
    '[WARNING] ',
    'CRITICAL ',
    '\u001b[1;31mERROR\u001b[0m: ',
    '2026-11-24 03:04:05 INFO [AzureDiskEncryptionForLinux-1.4.0.12] ',
  ])('loses the prefix of its text: %j', (before) => {
    expect(stripFirstLine(`${before}${text}`)).toBe(text)
  })

  it.each([
    'at 2026-11-24 03:04:05 it ended',
    'see [ 12.5] for more',
    'the [AzureDiskEncryption] 1804: line',
    'INFORMATION: none',
    'no ERROR: at all',
    '2026-11-24',
    '03:04 is the time',
    '11/24/2026 03:04',
    'at 11/24/2026 03:04 it ended',
    '[12] lines',
  ])('keeps text that is in another place, or is no prefix: %j', (line) => {
    expect(stripFirstLine(line)).toBe(line)
  })

  it('loses at most two decorations of one kind', () => {
    expect(stripFirstLine(`${'INFO '.repeat(9)}${text}`)).toBe(`${'INFO '.repeat(7)}${text}`)
  })

  it.each([
    [
      '2026/05/02 08:11:42 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: [StatusReport (4)] code: 19',
      'code',
      '19',
    ],
    ['ErrorMessage: no', 'ErrorMessage', 'no'],
    ['(NotSupported) no', 'NotSupported', 'no'],
  ])('keeps the name of a field: %j', (line, label, value) => {
    expect(stripLine(line)).toMatchObject({ label, text: value, role: 'head' })
  })

  it.each([
    ['PS C:\\> Get-AzVM', 'command'],
    ['ops@vm7:~$ sudo lsblk -f', 'command'],
    ['$ az vm show', 'command'],
    ['発生場所 行:1 文字:1', 'dropped'],
    ['    + CategoryInfo          : CloseError: (:) [Set-AzVM], ComputeCloudException', 'dropped'],
    ['```json', 'dropped'],
    ['2026/05/02 08:11:42   File "/x/handle.py", line 7, in f', 'continuation'],
    ['  File "/x/handle.py", line 7, in f', 'text'],
  ])('states the kind of a line: %j is %s', (line, role) => {
    expect(stripLine(line).role).toBe(role)
  })
})

describe('output of a tool', () => {
  it.each([
    'az: ERROR: ',
    'ERROR: ',
    'ERROR (1): ',
    'az: error: ',
    'Get-AzVMDiskEncryptionStatus : ',
    'Set-AzureRmVMDiskEncryptionExtension: ',
    'Disable-AzVmssDiskEncryption : ',
  ])('loses the name of the tool: %j', (before) => {
    expect(stripFirstLine(`${before}${text}`)).toBe(text)
  })

  it.each(['see Get-AzVMDiskEncryptionStatus : x', 'an ERROR: x'])('keeps everything else: %j', (line) => {
    expect(stripFirstLine(line)).toBe(line)
  })
})
