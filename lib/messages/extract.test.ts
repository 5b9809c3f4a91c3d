import { describe, expect, it } from 'vitest'
import { extract, percentOf, type Extracted } from './extract'
import { samples } from './testing/samples'
import { bitlockerFailure, osFailure, precheck } from './testing/wrap'

describe('extract', () => {
  it('counts volumes', () => {
    expect(extract('Encrypting data volume 2/4: 57%')).toMatchObject({ index: 2, count: 4 })
    expect(extract('Encrypting data volume 5/4: 57%')).toMatchObject({ index: null, count: null })
    expect(extract('Encrypting and formatting 2 data volumes')).toMatchObject({ index: null, count: 2 })
    expect(extract('Background Encrypting 3 volume(s).')).toMatchObject({ index: null, count: 3 })
    expect(extract('Encrypting 0 data volumes').count).toBe(0)
  })

  it('names the volume', () => {
    expect(extract(samples['linux-data-failed-xfs'])).toMatchObject({
      device: 'sdd2',
      fileSystem: 'xfs',
      mountPoint: '/srv/data',
    })
    expect(extract(samples['linux-decryption-failed-item'])).toMatchObject({
      device: '2b8f0c44-91d3-4a57-8a0e-5c3d7e6f1a20',
      fileSystem: 'ext4',
      mountPoint: '/srv/data',
    })
    expect(extract(samples['linux-online-os-progress'])).toMatchObject({
      device: '/dev/disk/azure/root-part1',
      timeLeft: '01:44',
    })
    expect(extract(samples['linux-os-device-did-not-appear']).device).toBe('/dev/disk/azure/root-part1')
  })

  it('finds step, return code and version', () => {
    expect(extract(samples['linux-os-command-failed'])).toMatchObject({
      machineState: 'encrypt_block_device',
      exitCode: 1,
    })
    expect(extract(osFailure('x', 'somewhere')).machineState).toBeNull()
    expect(extract('======= MACHINE STATE: selinux =======').machineState).toBe('selinux')
    expect(extract(samples['linux-exit-51-python']).exitCode).toBe(51)
    expect(extract(samples['win-version-only']).version).toBe('2.5.0.6')
  })

  it('finds devices in commands, tuples and findings of the audit', () => {
    expect(extract(samples['linux-os-command-failed']).device).toBe('/dev/sda1')
    expect(extract(samples['linux-os-partuuid-missing']).device).toMatch(/^\/dev\/\w+$/)
    expect(extract('error occured when do the umount for: /data1 with code: 32')).toMatchObject({
      mountPoint: '/data1',
      exitCode: 32,
    })
    const audit = 'VM is not fully encrypted with Azure Disk Encryption. The following data disks are not encrypted: '
    expect(extract(`${audit}/dev/sdc1`).device).toBe('/dev/sdc1')
    expect(extract(`${audit}/dev/sdc1, /dev/sdd1`).device).toBeNull()
  })

  it('finds the numbers of codes and errors', () => {
    expect(extract('ProvisioningState/failed/19').statusCode).toBe(19)
    expect(extract('ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/failed/53').statusCode).toBe(
      53,
    )
    expect(extract('ProvisioningState/succeeded').statusCode).toBeNull()
    expect(extract(osFailure('[Errno 28] No space left on device', 'stripdown')).systemError).toBe('Errno 28')
    expect(extract(samples['linux-host-keyvault-set-secret']).systemError).toBe('0xc1425072')
    expect(extract(samples['win-protectkey-2150695006']).systemError).toBe('2150695006')
    expect(extract('OS disk encryption started').systemError).toBeNull()
  })

  it('returns the text that ARM quotes, so that it can be recognised too', () => {
    const said = 'Failed to encrypt data volumes with error: "x" is busy, stack trace: Traceback'
    const wrapped = `VM has reported a failure when processing extension 'ade'. Error message: "${said}".`
    expect(extract(wrapped).quoted).toBe(said)
    expect(extract(samples['arm-handler-nontransient']).quoted).toMatch(
      /^\[ExtensionOperationError\] Non-zero exit code/,
    )
    expect(extract(said).quoted).toBeNull()
    expect(extract('Error message: "').quoted).toBeNull()
  })

  it('reads the line of a trace that names the fault', () => {
    expect(extract(precheck('Exception: Minimum supported version for distro redhat is 8.2.')).traceLine).toBe(
      'Minimum supported version for distro redhat is 8.2.',
    )
    expect(extract(precheck('Exception: \nA KEK URL was specified, but it was invalid\nActual: x')).traceLine).toBe(
      'A KEK URL was specified, but it was invalid',
    )
    expect(extract(samples['linux-enable-unexpected']).traceLine).toBe("KeyError: 'VolumeType'")
    expect(extract(bitlockerFailure('2.2.0.9', 'x')).traceLine).toMatch(/at Microsoft\.Cis\..*EnableEncryption\(\)$/)
    expect(extract('OS disk encryption started').traceLine).toBeNull()
  })

  it('finds the step at the end of a truncated text', () => {
    const long = osFailure('x'.repeat(200_000), 'stripdown')
    expect(extract(long).machineState).toBe('stripdown')
  })

  it.each<[string, Partial<Extracted>]>([
    ['Encrypting data volume 1/1: 5%', { index: 1, count: 1 }],
    ['Decrypting data volume 12/34: 5%', { index: 12, count: 34 }],
    ['Encrypting data volume 0/3: 5%', { index: null, count: null }],
    ['Now Encrypting data volume 1/3: 5%', { index: null, count: null }],
    ['Decrypting 12 data volumes', { count: 12 }],
    ['Not Encrypting 2 data volumes', { count: null }],
    ['Attempt #10 to unmount /oldroot failed', { attempt: 10 }],
    ['Background encryption finished for /dev/sda1', { device: '/dev/sda1' }],
    ['Background encryption finished for /dev/sda1 and more', { device: null }],
    ['The Background encryption finished for /dev/sda1', { device: null }],
    ['Background encrypting /dev/sda1 - 5%, ETA  00:21', { device: '/dev/sda1', timeLeft: '00:21' }],
    ['So Background encrypting /dev/sda1 - 5%, ETA 00:21', { device: null, timeLeft: null }],
    ['Decryption failed for name:abc', { device: 'abc' }],
    ['My Decryption failed for name: abc', { device: null }],
    ['data disks are not encrypted:/dev/sdc1', { device: '/dev/sdc1' }],
    ['error occured when do the umount for:/data1 with code: 32', { mountPoint: '/data1' }],
    ['an error occured when do the umount for: /data1 with code: 32', { mountPoint: null }],
    [
      'Encryption failed for name:sdc fstype: mountpoint: label:x',
      { device: 'sdc', fileSystem: null, mountPoint: null },
    ],
    ['Encryption failed for name:sdc fstype:None mountpoint:/data label:x', { fileSystem: null, mountPoint: '/data' }],
    ['x file_system:None', { fileSystem: null }],
    ['ComponentStatus/Contoso/failed/1/2', { statusCode: null }],
    ['My ProvisioningState/failed/19', { statusCode: null }],
    ['ProvisioningState/failed/19 or so', { statusCode: null }],
    ['[10.20.300.4000] said', { version: '10.20.300.4000' }],
    ['at [1.2.3.4] said', { version: null }],
    ['[1.2.3] said', { version: null }],
    ['it said "no"', { quoted: null }],
    ['Error message: "a "b" c" and so on', { quoted: 'a "b" c' }],
    ["failed with error message: 'x'.", { quoted: 'x' }],
    ['Error message: "', { quoted: null }],
    ['Error message: ""', { quoted: null }],
    [`${'x'.repeat(2_000)}Attempt #1 to unmount /oldroot`, { attempt: null }],
    [`, machine state: prereq${' '.repeat(300)}`, { machineState: 'prereq' }],
    [', machine state: prereq // Thanks!', { machineState: 'prereq' }],
    [', machine state: prerequisite', { machineState: null }],
  ])('of %j', (text, found) => {
    expect(extract(text)).toMatchObject(found)
  })
})

describe('the percentage', () => {
  it.each<[Parameters<typeof percentOf>[0], string, number | null]>([
    ['linux-data-percent', 'Encrypting data volume 2/3: 42%', 42],
    ['linux-data-percent', 'Encrypting data volume 2/3: 42% or so', null],
    ['linux-data-percent', 'Encrypting data volume 2/3: 101%', null],
    ['linux-data-percent', 'Encrypting data volume 2/3: 100%', 100],
    ['linux-data-resume-percent', 'Resuming: 0%', 0],
    ['linux-data-resume-percent', 'Resuming: 7% and', null],
    ['linux-decrypting-percent', 'Decrypting: 7%', 7],
    ['linux-decrypting-percent', 'Decrypting: 7% and', null],
    ['linux-online-os-progress', '5,5% done', 5.5],
    ['linux-online-os-progress', 'done 12%', 12],
    ['linux-online-os-progress', 'done -12%', null],
    ['linux-os-encryption-started', 'OS disk: 5%', null],
  ])('of %s in %j is %s', (id, text, percent) => {
    expect(percentOf(id, text)).toBe(percent)
  })
})
