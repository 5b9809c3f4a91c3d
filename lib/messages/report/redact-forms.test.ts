import { describe, expect, it } from 'vitest'
import { keyLikeRuns } from './key-like'
import { redact } from './redact'

const clean = (text: string, names: readonly string[] = []) => redact(text, names).text

describe('each form that must not be published', () => {
  it.each([
    ['at https://kv.vault.azure.net/secrets/a/b end', 'at <vault-url> end'],
    ['at HTTPS://kv.managedhsm.azure.net/keys/a end', 'at <vault-url> end'],
    ['kv/secrets/name/0123 end', 'kv<vault-url> end'],
    ['kv\\/certificates\\/name end', 'kv<vault-url> end'],
    ['at https://contoso.example/x?y=1 end', 'at <url> end'],
    ['at wasb+ssl://x/y end', 'at <url> end'],
    ['at https:\\/\\/contoso.example end', 'at <url> end'],
    ['at https%3A%2F%2Fcontoso end', 'at <url> end'],
    ['at http%3a%2f%2fcontoso end', 'at <url> end'],
    ['in /subscriptions/1/resourceGroups/shop end', 'in <resource-id> end'],
    ['in /providers/Microsoft.Compute end', 'in <resource-id> end'],
    ['blob?sig=abc%2F end', 'blob?sig=<credential> end'],
    ['blob?SIG%3Dabc end', 'blob?SIG%3D<credential> end'],
    ['password=hunter2; end', 'password=<credential>; end'],
    ['Pass Word : "hunter2" end', 'Pass Word : "<credential>" end'],
    ['api-key: k, end', 'api-key: <credential>, end'],
    ["clientsecret='k' end", "clientsecret='<credential>' end"],
    ['Authorization: Basic end', 'Authorization: <credential> end'],
    ['a bearer abc end', 'a bearer <credential> end'],
    ['eyJhbGciOiJI.J9_-x.y end', '<credential> end'],
    ['11111111-2222-3333-4444-55555555AAAA end', '<guid> end'],
    ['10.0.0.4 end', '<ip-address> end'],
    ['v10.0.0.4. end', 'v<ip-address>. end'],
    ['2001:db8:0:0:0:0:0:1 end', '<ip-address> end'],
    ['fe80::1%eth0 end', '<ip-address> end'],
    ['::1 end', '<ip-address> end'],
    ['00:0d:3a:AA:bb:cc end', '<mac-address> end'],
    ['00-0D-3A-AA-BB-CC end', '<mac-address> end'],
    ['ann@contoso end', '<e-mail> end'],
    ['/home/ann/x end', '/home/<user>/x end'],
    ['/Users/ann: end', '/Users/<user>: end'],
    ['C:\\Users\\ann\\x end', 'C:\\Users\\<user>\\x end'],
    ['c:\\documents and settings\\ann end', 'c:\\documents and settings\\<user> end'],
    ['user name = ann, end', 'user name = <user>, end'],
    ['owner: ann end', 'owner: <user> end'],
    ['from web.contoso.com end', 'from <host> end'],
    ['from web.contoso.de:8080/x end', 'from <host> end'],
    ['from .contoso.local end', 'from <host> end'],
    ['on \\\\files\\share\\x end', 'on \\\\<host> end'],
    ['computer name: web end', 'computer name: <host> end'],
    ['Nov 24 03:04:05 web kernel: end', 'Nov 24 03:04:05 <host> kernel: end'],
    ['Nov  4 03:04:05 web kernel: end', 'Nov  4 03:04:05 <host> kernel: end'],
    ["The virtual machine 'web 1' end", "The virtual machine '<name>' end"],
    ['key vault: "kv" end', 'key vault: "<name>" end'],
    ['mountpoint:/data/contoso-hr label:', 'mountpoint:/data/<path> label:'],
    ['name:/dev/mapper/vg_contoso-payroll fstype', 'name:/dev/mapper/<path> fstype'],
    ['mount "/srv/contoso" failed', 'mount "/<path>" failed'],
    ['at C:\\Contoso\\Payroll\\run.exe end', 'at C:\\<path> end'],
    ['by CONTOSO\\ann end', 'by <user> end'],
    ['by CONTOSO\\\\ann.b end', 'by <user> end'],
    ['label:CONTOSO-HR end', 'label:<name> end'],
    ['LABEL="contoso hr" end', 'LABEL="<name>" end'],
    ['vg_name=contoso end', 'vg_name=<name> end'],
    ["VM web's subscription end", "VM <name>'s subscription end"],
    ["VM web's region end", "VM <name>'s region end"],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  it.each([
    'see https://aka.ms/adelvm.',
    'see aka.ms/adelvm',
    'no route to 168.63.129.16',
    'no route to 169.254.169.254',
    'AzureDiskEncryptionForLinux-1.4.0.12 enabled',
    'WALinuxAgent-2.9.1.1 runs',
    'version 1.4.300.2',
    'main/handle.py failed',
    'run.sh: not found',
    'oscrypto.so/x',
    'at 12:31:20',
    'a :: b',
    'password was wrong',
    'at home with users',
    'ten secrets',
    'the user said so',
    'VM stays',
    "VM web's disks",
    'Nov 24 came',
    'mount /dev/sda1 on /boot/efi, /dev/disk/azure/scsi1/lun0-part1, /dev/mapper/rootvg-usrlv',
    'mountpoint:/mnt/resource label: end',
    'cat /var/log/azure/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/any/thing.log',
    'by NT AUTHORITY\\SYSTEM at C:\\Windows\\System32\\fveapi.dll',
  ])('and nothing that identifies the message: %s', (text) => {
    expect(clean(text)).toBe(text)
  })
})

describe('the given names', () => {
  it('are redacted in any case, short ones only as whole words', () => {
    expect(clean('Web01 and MYWEB01X', ['web01'])).toBe('<name> and MY<name>X')
    expect(clean('db, dbx and xdb', ['db'])).toBe('<name>, dbx and xdb')
    expect(clean('a+b (c)', ['a+b', '(c)'])).toBe('<name> <name>')
    expect(clean('nothing', [' ', ''])).toBe('nothing')
  })

  it('join overlapping finds, under the kind of the longer one', () => {
    expect(clean('at web01.contoso.com.', ['web01'])).toBe('at <host>.')
    expect(clean('at web.contoso.com and more', ['contoso.com and more'])).toBe('at <name>')
    expect(clean('10.0.0.4', ['10.0.0.4 and', '0.0'])).toBe('<ip-address>')
  })
})

describe('text that may be a key', () => {
  const found = (text: string) => keyLikeRuns(text).map(({ start, end }) => text.slice(start, end))

  it.each([
    'AbCdEfGhIjKlMnOpQrStUv12',
    'q83vEjRWeJq83vEjRWeJqw==',
    'dGhpc2lzYXRlc3RrZXk=',
    '0123456789abcdef0',
    'deadbeefdeadbeef1',
    'zq_8Yx-2Lm4Nw-7Rt9Ka_1Qp',
    'abcdefgh1234567ijklmnop',
    'ABCD12345EFGHIJKLMNOP',
    `a${'b'.repeat(81)}`,
  ])('%s', (key) => {
    expect(found(`is ${key} here`)).toEqual([key])
  })

  it.each([
    'BitlockerFailedToSendEncryptionSettingsException',
    'RHEL81EncryptionStateMachine',
    'RUNTIME_E_KEYVAULT_SET_SECRET_FAILED',
    'inject_luks_header_2004',
    'encrypt_block_device_state',
    'var/lib/waagent/oscrypto/ubuntu',
    '____________________',
    'deadbeefdeadbe1',
    'AbCdEfGhIjKl1',
    'AzureDiskEncryptionForLinux-1/main',
  ])('not %s', (word) => {
    expect(found(`is ${word} here`)).toEqual([])
  })
})

it('keeps the sentence behind a code that ends in Failed, and no value of a secret', () => {
  const error = 'DiskEncryptionKeySecretRetrievalFailed: Error encountered when retrieving secret from Key Vault'
  expect(clean(error)).toBe(error)
  expect(clean('DiskEncryptionKeySecretRetrievalFailed: hunter2')).not.toContain('hunter2')
})

it('keeps the error behind the name of a cmdlet', () => {
  const error = 'Get-AzKeyVaultSecret : Operation returned an invalid status code Forbidden'
  expect(redact(error, []).text).toBe(error)
  expect(redact('Secret : hunter2-Kx', []).text).not.toContain('hunter2')
})
