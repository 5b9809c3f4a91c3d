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
