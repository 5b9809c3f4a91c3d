import { describe, expect, it } from 'vitest'
import { undecorated } from './undecorated'

const text = 'Install Succeeded'

describe('a line of a log', () => {
  it.each([
    '2026-11-24 03:04:05 ',
    '2026/11/24 03:04:05.123 ',
    '2026-11-24T03:04:05,123Z ',
    '2026-11-24T03:04:05+09:00 ',
    '2026-11-24T03:04:05-0900: ',
    '[2026-11-24 03:04:05] ',
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
    '  ',
  ])('loses what stands before its text: %j', (before) => {
    expect(undecorated('log-line', `${before}${text}`)).toBe(text)
  })

  it.each([
    'at 2026-11-24 03:04:05 it ended',
    'see [ 12.5] for more',
    'the [AzureDiskEncryption] 1804: line',
    'INFORMATION: none',
    'no ERROR: at all',
    '2026-11-24',
    '[12] lines',
  ])('keeps what stands elsewhere, or is something else: %j', (line) => {
    expect(undecorated('log-line', line)).toBe(line)
  })

  it('loses eight such things at most', () => {
    expect(undecorated('log-line', `${'INFO '.repeat(9)}${text}`)).toBe(`INFO ${text}`)
    expect(undecorated('log-line', `${'INFO '.repeat(8)}${text}`)).toBe(text)
  })
})

describe('output of a tool', () => {
  it.each([
    'az: ERROR: ',
    'ERROR: ',
    'warning: ',
    'Get-AzVMDiskEncryptionStatus : ',
    'Set-AzureRmVMDiskEncryptionExtension: ',
    'Disable-AzVmssDiskEncryption : ',
  ])('loses the name of the tool: %j', (before) => {
    expect(undecorated('client-output', `${before}${text}`)).toBe(text)
  })

  it.each(['see Get-AzVMDiskEncryptionStatus : x', 'Start-AzVM : x', 'an ERROR: x', 'INFO: x'])(
    'keeps everything else: %j',
    (line) => {
      expect(undecorated('client-output', line)).toBe(line)
    },
  )
})

it('leaves a status as it is', () => {
  expect(undecorated('status-message', ' INFO: x ')).toBe(' INFO: x ')
})
