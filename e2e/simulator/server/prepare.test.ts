import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareCertificate } from './certificate'
import { prepareKeys } from './keys'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'simulator-')), 'made', 'on', 'demand')
})
afterEach(() => rm(join(folder, '..', '..', '..'), { recursive: true, force: true }))

const year = 365 * 86_400_000

describe('the certificate', () => {
  it('is a separate certificate authority for localhost, kept for the next start', async () => {
    const first = await prepareCertificate(folder, Date.now())
    const parsed = new X509Certificate(first.certificate)
    expect(parsed.ca).toBe(true)
    expect(parsed.checkHost('localhost')).toBe('localhost')
    expect(parsed.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(parsed.publicKey.asymmetricKeyType).toBe('ec')
    expect(await readFile(first.caFile, 'utf8')).toBe(first.certificate)
    // Two of them joined are still two certificates.
    expect(first.certificate).toMatch(/-----END CERTIFICATE-----\r?\n$/)
    expect((await stat(join(folder, 'tls-key.pem'))).mode & 0o077).toBe(0)
    expect(await prepareCertificate(folder, Date.now())).toEqual(first)
  })

  it('is created again when the old one has expired', async () => {
    const first = await prepareCertificate(folder, Date.now())
    const second = await prepareCertificate(folder, Date.now() + 11 * year)
    expect(second.certificate).not.toBe(first.certificate)
  })
})

it.skipIf(process.platform !== 'linux')('a folder that the system cannot make is refused with its code', async () => {
  // This system says that it is missing, though the one above exists.
  const place = '/proc/sealwatch/simulator'
  await expect(prepareCertificate(place, Date.now())).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(prepareKeys(place)).rejects.toMatchObject({ code: 'ENOENT' })
})

describe('the signing keys', () => {
  it('survive a restart with the same kid, rotated ones too', async () => {
    const first = await prepareKeys(folder)
    const old = first.current().kid
    expect((await prepareKeys(folder)).current().kid).toBe(old)
    const fresh = await first.rotate()
    const again = await prepareKeys(folder)
    expect(again.current().kid).toBe(fresh)
    expect(again.all().map(({ kid }) => kid)).toEqual([fresh, old])
  })

  it('are created again if the file is unreadable', async () => {
    await prepareKeys(folder)
    await writeFile(join(folder, 'signing-keys.json'), '[{"kty":"oct"}]')
    expect((await prepareKeys(folder)).all()).toHaveLength(1)
  })
})
