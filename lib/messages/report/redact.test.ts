import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { catalogueIds } from '../ids'
import { matchText } from '../match'
import { catalogue } from '../catalogue'
import { samples } from '../testing/samples'
import { messageReport, type ReportSigns } from './message-report'
import { redact } from './redact'

const clean = (text: string, names: readonly string[] = [], version: string | null = null) =>
  redact(text, names, version).text

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength })
const hex = (length: number) => letters('0123456789abcdef', length, length)
/** A word that no report contains. */
const word = letters('abcdefghijklmnopqrstuvwxyz0123456789', 3, 12).map((tail) => `zq${tail}`)
const guid = fc
  .tuple(hex(8), hex(4), hex(4), hex(4), hex(12))
  .chain((parts) => fc.boolean().map((upper) => (upper ? parts.join('-').toUpperCase() : parts.join('-'))))
const octet = fc.integer({ min: 1, max: 254 })
const ipv4 = fc
  .tuple(octet, octet, octet, octet)
  .map((octets) => octets.join('.'))
  .filter((address) => address !== '168.63.129.16' && address !== '169.254.169.254')
const base64 = fc.uint8Array({ minLength: 32, maxLength: 96 }).map((bytes) => btoa(String.fromCharCode(...bytes)))
const escaped = (url: string) => url.replaceAll('/', '\\/')

interface Canary {
  readonly text: string
  readonly secrets: readonly string[]
  readonly names?: readonly string[]
}
const canaries: Readonly<Record<string, fc.Arbitrary<Canary>>> = {
  'address of a secret': fc.tuple(word, word, hex(32), fc.boolean()).map(([vault, name, version, json]) => {
    const url = `https://${vault}.vault.azure.net/secrets/${name}/${version}`
    return { text: json ? escaped(url) : url, secrets: [vault, name, version] }
  }),
  'address of a key without scheme': fc.tuple(word, word, hex(32)).map(([vault, name, version]) => ({
    text: `${vault}.vault.azure.cn/keys/${name}/${version}`,
    secrets: [vault, name, version],
  })),
  'SAS address': fc.tuple(word, word, base64).map(([account, blob, signature]) => ({
    text: `https://${account}.blob.core.windows.net/vhds/${blob}.vhd?sv=2021-08-06&sp=r&sig=${encodeURIComponent(signature)}`,
    secrets: [account, blob, encodeURIComponent(signature), signature],
  })),
  'signature alone': base64.map((signature) => ({
    text: `sv=2021-08-06\\u0026sig=${encodeURIComponent(signature)}`,
    secrets: [encodeURIComponent(signature), signature],
  })),
  'subscription id': guid.map((text) => ({ text, secrets: [text] })),
  'id without dashes': hex(32)
    .filter((text) => /\d/.test(text))
    .map((text) => ({ text, secrets: [text] })),
  'resource id': fc.tuple(guid, word, word).map(([subscription, group, vm]) => ({
    text: `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${vm}`,
    secrets: [subscription, group, vm],
  })),
  'IPv4 address': ipv4.map((text) => ({ text, secrets: [text] })),
  'IPv6 address': fc
    .ipV6()
    .filter((text) => text !== '::' && !text.includes('.'))
    .map((text) => ({ text, secrets: [text] })),
  'MAC address': fc
    .tuple(fc.array(hex(2), { minLength: 6, maxLength: 6 }), fc.constantFrom(':', '-'))
    .map(([pairs, mark]) => ({ text: pairs.join(mark), secrets: [pairs.join(mark)] })),
  'name of a host': fc
    .tuple(word, word, fc.constantFrom('com', 'local', 'co.jp', 'internal.cloudapp.net', 'corp', 'DE'))
    .map(([host, domain, top]) => ({ text: `${host}.${domain}.${top}`, secrets: [host, domain] })),
  'user in a path': fc
    .tuple(word, fc.constantFrom('/home/', '/Users/', 'C:\\Users\\', 'C:\\\\Users\\\\'))
    .map(([user, folder]) => ({ text: `${folder}${user}`, secrets: [user] })),
  'share on a server': word.map((server) => ({ text: `\\\\${server}\\share`, secrets: [server] })),
  'e-mail address': fc.tuple(word, word).map(([user, domain]) => ({
    text: `${user}.x+y@${domain}.example`,
    secrets: [user, domain],
  })),
  'text that looks like a key': base64.map((text) => ({ text, secrets: [text, text.replace(/=+$/, '')] })),
  'account key': base64.map((text) => ({ text: `AccountKey=${text};`, secrets: [text] })),
  'access token': fc.tuple(base64, base64).map(([head, body]) => {
    const text = `eyJ${head.replace(/[+/=]/g, '_')}.${body.replace(/[+/=]/g, '-')}.zq`
    return { text, secrets: [text.slice(3, 30), text.slice(-30, -3)] }
  }),
  password: word.map((secret) => ({ text: `password: "${secret}"`, secrets: [secret] })),
  'name that is given': fc
    .tuple(letters('abcdefghijklmnopqrstuvwxyz.*+?^$()[]{}|\\/-_暗号', 4, 20), fc.boolean())
    .map(([tail, upper]) => `zq${tail}qz${upper ? 'Q' : ''}`)
    .map((name) => ({ text: name.toUpperCase(), secrets: [name.toUpperCase(), name], names: [name] })),
  'quoted name of a VM': word.map((name) => ({ text: `VM '${name}' has not reported`, secrets: [name] })),
}

const around = fc.constantFrom(' ', '\n', '"', "'", ', ', '(', ')', '<', '>', '=', '\t', ';')
const filling = fc.oneof(
  fc.constantFrom(...Object.values(samples)),
  fc.lorem({ maxCount: 8 }),
  fc.constantFrom('', 'stdout:\n\nstderr:\n', '`````', 'Traceback (most recent call last):\n'),
)

const nothing: ReportSigns = {
  message: null,
  kind: 'unrecognised',
  phase: null,
  code: 'ProvisioningState/failed/19',
  level: 'Error',
  displayStatus: 'Provisioning failed',
  extensionType: 'AzureDiskEncryptionForLinux',
  extensionVersion: '1.4.0.12',
  osType: 'Linux',
  osName: 'ubuntu',
  osVersion: '22.04',
  names: [],
}

describe.each(Object.entries(canaries))('the report never contains the %s', (_kind, canary) => {
  it('anywhere in the text', () => {
    const check = (before: string, left: string, planted: Canary, right: string, after: string) => {
      const text = `${before}${left}${planted.text}${right}${after}`
      const names = planted.names ?? []
      for (const report of [
        messageReport({ ...nothing, message: text, names }),
        messageReport({ ...nothing, message: `${text} ${planted.text}`, displayStatus: planted.text, names }),
        messageReport({ ...nothing, code: planted.text, level: planted.text, osName: planted.text, names }),
      ]) {
        for (const secret of planted.secrets) expect(report.toLowerCase()).not.toContain(secret.toLowerCase())
      }
    }
    fc.assert(fc.property(filling, around, canary, around, filling, check), { numRuns: 150 })
  })

  it('with hidden characters inside', () => {
    const hidden = fc.constantFrom('\u200b', '\u202e', '\u00ad', '\u001b[31m', '\u0000', '\ufeff')
    const check = ({ text, secrets, names }: Canary, mark: string, place: number) => {
      const at = Math.floor(text.length * place)
      const report = messageReport({
        ...nothing,
        message: `failed: ${text.slice(0, at)}${mark}${text.slice(at)} end`,
        names: names ?? [],
      })
      for (const secret of secrets) expect(report.toLowerCase()).not.toContain(secret.toLowerCase())
    }
    fc.assert(fc.property(canary, hidden, fc.double({ min: 0, max: 0.99, noNaN: true }), check), { numRuns: 100 })
  })
})

describe('text that identifies the message', () => {
  it.each([
    'OS disk encryption started',
    'ProvisioningState/failed/19',
    '[AzureDiskEncryption] 1804: ======= MACHINE STATE: encrypt_block_device =======',
    'Command dd if=/dev/sda1 of=/dev/mapper/osencrypt conv=sparse bs=16M failed with return code 1',
    'File "/var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.12/main/oscrypto/ubuntu_2004/encryptscripts/inject_luks_header.sh", line 3',
    'BitlockerFailedToSendEncryptionSettingsException: 0xc1425072 RUNTIME_E_KEYVAULT_SET_SECRET_FAILED',
    'at Microsoft.Cis.Security.BitLocker.BitlockerIaasVMExtension.BitlockerExtension.EnableEncryption()',
    'Ubuntu2004EncryptionStateMachine called for distro redhat 8.0',
    'CrossSubscriptionMoveWithKeyVaultResources',
    'LVM OS disk layout does not satisfy prerequisites ( see https://aka.ms/adelvm )',
    'no route to 168.63.129.16 and 169.254.169.254',
    '[0.1.0.999348] Migrate',
    'at 12:31:20 on 2026-11-24T03:04:05Z scsi [5:0:0:9] majmin:8:33',
    'BitlockerExtension::OnEnable hit exception',
    '暗号化に失敗しました: /boot/luks/osluksheader',
  ])('stays: %s', (text) => {
    expect(clean(text)).toBe(text)
  })

  it('stays where the version of the extension has the form of an address', () => {
    expect(clean('[2.4.0.21] x 10.2.4.21', [], '2.4.0.21')).toBe('[2.4.0.21] x <ip-address>')
  })

  it('stays recognisable in nearly every text of the catalogue', () => {
    const statuses = catalogueIds.filter((id) => catalogue[id].target === 'status-message' && samples[id] !== '')
    const lost = statuses.filter((id) => {
      const { facet, os, pass, status } = catalogue[id]
      const hints = { facet, os, pass, status: status?.[0] ?? null }
      return matchText('status-message', clean(samples[id], [], '2.2.0.41'), hints).kind !== id
    })
    expect(lost.length).toBeLessThan(statuses.length / 10)
  })
})

describe('redacted text', () => {
  it('is replaced by its kind', () => {
    const text = 'to 10.0.0.4 by admin@contoso.com on web01 with https://v.vault.azure.net/secrets/a/b'
    expect(clean(text, ['WEB01'])).toBe('to <ip-address> by <e-mail> on <name> with <vault-url>')
  })

  it('is counted', () => {
    expect([...redact('10.0.0.4 10.0.0.5 a@b.example', []).removed]).toEqual([
      ['ip-address', 2],
      ['e-mail', 1],
    ])
  })

  it('includes short names that are whole words', () => {
    expect(clean('disk of db: dbus failed', ['db', '', ' '])).toBe('disk of <name>: dbus failed')
  })

  it('leaves nothing of a word that the cut of a very long text splits', () => {
    const long = `${'x '.repeat(131_060)}${'f'.repeat(8)}-1111-2222-3333-444455556666 and more`
    expect(clean(long)).not.toContain('ffff')
  })

  it('costs at most a few scans even of 100 kB built to cost time', () => {
    const most = 200
    const filled = (part: string) => part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000)
    const parts = [
      'a',
      'a.',
      '1.',
      ':',
      '::',
      '0:',
      '@',
      'a@',
      '/',
      '\\',
      '-',
      'https://',
      'https://a ',
      'sig=',
      'eyJ',
      "VM '",
      'A',
    ]
    for (const part of [
      ...parts,
      'password',
      'secret=',
      '/secrets/',
      '/home/',
      'aB3',
      'host: ',
      'a'.repeat(63) + '.',
      '`',
      '\u200b',
    ]) {
      const text = filled(part)
      const cost = costInScans(() => redact(text, ['web01']), text.length, most)
      expect({ part, slow: cost > most }).toEqual({ part, slow: false })
    }
  })
})

describe('the report', () => {
  it('keeps any text inside its fence', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '\n', '#', ' ', 'a', '<', '~'), maxLength: 200 }),
        (message) => {
          const lines = messageReport({ ...nothing, message }).split('\n')
          const opening = lines.findIndex((line) => /^`{3,}text$/.test(line))
          const fence = (lines[opening] ?? '').slice(0, -4)
          const closings = lines.flatMap((line, index) => (index > opening && line.startsWith(fence) ? [index] : []))
          expect(closings).toHaveLength(1)
          expect(lines.slice(opening + 1, closings[0]).join('\n')).toBe(message)
        },
      ),
    )
  })

  it('is complete and short', () => {
    const report = messageReport({ ...nothing, message: `${'x '.repeat(20_000)}, machine state: stripdown` })
    expect(report.length).toBeLessThan(14_000)
    expect(report).toContain('- Recognised as: ` unrecognised `')
    expect(report).toContain('- Status code: ` ProvisioningState/failed/19 `')
    expect(report).toContain('- Extension version: ` 1.4.0.12 `')
    expect(report).toContain('- Operating system: ` Linux ubuntu 22.04 `')
    expect(report).toContain('- Step of OS encryption: ` stripdown `')
    expect(report).toContain('characters left out')
    expect(report).toContain('- Phase: not known')
  })

  it('says that there was no message', () => {
    expect(messageReport(nothing)).toContain('There was no message.')
  })
})
