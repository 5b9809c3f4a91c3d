import { describe, expect, it } from 'vitest'
import { tellingPart } from './telling-part'
import { samples } from './testing/samples'
import { osFailure, precheck } from './testing/wrap'

const told = (message: string) => {
  const { start, end } = tellingPart(message)
  return message.slice(start, end)
}

describe('the telling part', () => {
  it.each([
    [samples['linux-os-encryption-started'], 'OS disk encryption started'],
    [samples['linux-data-failed'], '[Errno 5] Input/output error'],
    [samples['linux-os-unmount-exhausted'], 'Could not unmount /oldroot in 10 attempts'],
    [samples['linux-os-unmount-attempt-failed'], 'umount: /oldroot: target is busy.'],
    [samples['linux-os-command-failed'], 'dd: writing to /dev/mapper/osencrypt: Input/output error'],
    [samples['linux-host-rejected-settings'], 'Encryption settings post request was not accepted. Error: Unknown'],
    [
      samples['linux-pre-memory'],
      'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.',
    ],
    [samples['linux-pre-kv-id'], 'A KeyVault ID is required, but is missing or invalid'],
    [samples['linux-enable-unexpected'], "KeyError: 'VolumeType'"],
    [samples['win-resource-id-missing'], 'Value cannot be null.\r\nParameter name: resIdString'],
    [samples['win-protectkey-other'], 'ProtectKeyWithExternalKey failed with 2150694912'],
    [samples['linux-exit-51-python'], 'No Python interpreter found on the box'],
    ['', ''],
    ['   ', '   '],
  ])('of %j', (message, part) => {
    expect(told(message)).toBe(part)
  })

  it('is the exception where the cause says nothing', () => {
    const frames = 'Traceback (most recent call last):\n  File "a.py", line 1, in x\n    y()\nOSError: disk gone\n'
    expect(
      told(
        `Failed to encrypt OS volume with error: did not reach completed state, stack trace: ${frames}, machine state: prereq`,
      ),
    ).toBe('OSError: disk gone')
    expect(told(osFailure('did not reach completed state', 'prereq'))).toBe('did not reach completed state')
  })

  it('finds the cause inside the error of a deployment', () => {
    const inner = 'Failed to encrypt data volumes with error: Passphrase is gone, stack trace: Traceback'
    const outer = `VM has reported a failure when processing extension 'ade'. Error message: "${inner}".`
    expect(told(outer)).toBe('Passphrase is gone')
  })

  it('is bounded and never splits a character', () => {
    const long = `Failed to encrypt data volumes with error: ${'a'.repeat(399)}😀${'b'.repeat(400)}`
    expect(told(long)).toBe('a'.repeat(399))
    expect(told(precheck(`Exception: ${'x'.repeat(1_000)}`))).toHaveLength(400)
  })

  it.each(Object.entries(samples))('of %s lies inside the text', (_id, message) => {
    const { start, end } = tellingPart(message)
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(message.length)
    if (message.trim() !== '') expect(message.slice(start, end).trim()).not.toBe('')
  })

  const frame = '  File "a.py", line 1, in x\n'
  const trace = 'Traceback (most recent call last):\n'

  it.each([
    [
      'the last of several traces',
      `x, stack trace: ${trace}${frame}KeyError: 1\n${trace}${frame}OSError: 2\n`,
      'OSError: 2',
    ],
    ['the sentence behind a bare exception', `${trace}${frame}Exception: \nDisk is gone\n`, 'Disk is gone'],
    ['a bare exception where nothing follows', `${trace}${frame}Exception:\n`, 'Exception:'],
    ['the words of an exception', `${trace}${frame}Exception: Disk is gone\n`, 'Disk is gone'],
    ['the first frame of .NET', 'Stacktrace: \n   at A.B()\n   at C.D()', '   at A.B()'],
    ['nothing of a trace without a line', `Oh: ${trace}`, `Oh: ${trace.trim()}`],
    ['the error output of a command', 'Ran it\n[stderr]\n\n  mount: no\nmore', 'mount: no\nmore'],
    ['two lines where the first is short', 'Short\nand the next\nand a third', 'Short\nand the next'],
    ['one line where it says enough', `${'w'.repeat(40)}\nand the next`, 'w'.repeat(40)],
    ['what stands behind a second wrapper', 'A with error: hit exception Gone', 'Gone'],
    ['no more than four wrappers', `${'hit exception '.repeat(5)}Gone`, 'hit exception Gone'],
    ['no wrapper far from the beginning', `${'w '.repeat(400)}hit exception Gone`, 'w '.repeat(200)],
    ['nothing of a wrapper behind the end of the cause', 'A with error: B, machine state: hit exception C', 'B'],
    ['the whole where nothing stands behind a wrapper', 'A with error: ', 'A with error: '],
    ['a cause up to the inner one', 'A with error: B, inner exception C', 'B'],
    ['the output of a command that is the cause', 'A with error: Command dd failed\nstderr: no space\n', 'no space'],
    ['a command without output', 'A with error: Command dd failed, stack trace: x', 'Command dd failed'],
  ])('is %s', (_, message, part) => {
    expect(told(message)).toBe(part)
  })
})
