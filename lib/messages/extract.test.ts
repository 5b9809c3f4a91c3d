import { describe, expect, it } from 'vitest'
import { extract } from './extract'
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

  it('gives back what ARM quotes, so that it can be looked up itself', () => {
    const said = 'Failed to encrypt data volumes with error: "x" is busy, stack trace: Traceback'
    const wrapped = `VM has reported a failure when processing extension 'ade'. Error message: "${said}".`
    expect(extract(wrapped).quoted).toBe(said)
    expect(extract(samples['arm-handler-nontransient']).quoted).toMatch(
      /^\[ExtensionOperationError\] Non-zero exit code/,
    )
    expect(extract(said).quoted).toBeNull()
    expect(extract('Error message: "').quoted).toBeNull()
  })

  it('reads the telling line of a trace', () => {
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

  it('finds the step at the end of a text that had to be cut', () => {
    const long = osFailure('x'.repeat(200_000), 'stripdown')
    expect(extract(long).machineState).toBe('stripdown')
  })
})
