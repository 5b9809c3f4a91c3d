import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { startedBy } from '../steps/work'
import { toolsAtWork } from './tools-at-work'

describe('a tool at work', () => {
  it.each([
    ['45097156608 bytes (45 GB, 42 GiB) copied, 300.1 s, 150 MB/s', 'os'],
    ['[azure_crypt_config]\nphase = EncryptingData\ncurrent_slice_index = 203', 'data'],
    ['# ls /var/lib/azure_disk_encryption_config\nazure_crypt_config.ini  azure_crypt_request_queue.ini', 'os'],
    ['azure_decrypt_request_queue.ini', 'decryption'],
    [' 2411 root      20   0   24680  17836   1032 D  31.2  0.2   6:12.11 dd', 'os'],
    ['ConversionStatus : 2', 'os'],
    ['"ConversionStatus": 3', 'decryption'],
    ['"reencrypt":{"mode":"encrypt"}', 'os'],
    ['"reencrypt": { "mode": "decrypt" }', 'decryption'],
    ['MACHINE STATE encrypt_block_device', 'os'],
    ['VM: cryptsetup-reencrypt --decrypt /dev/sdc1 (running, 31%)', 'decryption'],
    ['"provisioningState": "Updating"', 'operation'],
    ['ProvisioningState/transitioning', 'operation'],
    ['"operation":"EnableEncryptionOSVolume","status":"transitioning"', 'operation'],
  ])('%s: %s', (text, work) => {
    expect(toolsAtWork(text)).toBe(work)
  })

  it.each([
    '2147483648+0 records in\n2147483648+0 records out\n45097156608 bytes (45 GB, 42 GiB) copied, 300.1 s, 150 MB/s',
    'ls: cannot access azure_crypt_request_queue.ini: No such file or directory',
    'rm azure_crypt_ongoing_item.ini',
    'ConversionStatus : 1',
    '"provisioningState": "Succeeded"',
    '======= MACHINE STATE: encrypt_block_device =======',
  ])('is not in: %s', (text) => {
    expect(toolsAtWork(text)).toBeNull()
  })

  it('is in no text of the catalogue that shows no work', () => {
    const found = Object.entries<string>(samples).filter(
      ([kind, text]) => startedBy(kind as keyof typeof samples) === null && toolsAtWork(text) !== null,
    )
    expect(found).toEqual([])
  })
})
