import { describe, expect, it } from 'vitest'
import { parseCommand } from './options'

describe('the command line', () => {
  it('has ports, worlds and a folder by default', () => {
    expect(parseCommand([])).toEqual({
      kind: 'run',
      options: {
        httpPort: 4010,
        httpsPort: 4011,
        dataDir: '.sealwatch/simulator',
        worlds: ['mixed', 'empty', 'denied'],
        seed: 1,
        recordings: null,
        log: false,
      },
    })
  })

  it('accepts all options', () => {
    const args = [
      '--http-port',
      '0',
      '--https-port',
      '5000',
      '--worlds',
      'fleet',
      '--seed',
      '9',
      '--log',
      '--prepare',
      '--recordings',
      'x',
      '--data-dir',
      'd',
    ]
    expect(parseCommand(args)).toMatchObject({
      kind: 'prepare',
      options: { httpPort: 0, httpsPort: 5000, worlds: ['fleet'], seed: 9, log: true, recordings: 'x', dataDir: 'd' },
    })
    expect(parseCommand(['--help'])).toEqual({ kind: 'help' })
  })

  it.each([
    [['--http-port', 'x'], '--http-port x'],
    [['--http-port', '70000'], '--http-port 70000'],
    [['--worlds', 'mixed,mars'], '--worlds mars'],
    [['--colour'], '--colour'],
    [['stray'], 'stray'],
  ])('refuses %s with the reason', (args, message) => {
    const command = parseCommand(args)
    expect(command.kind).toBe('wrong')
    expect(command).toHaveProperty('message', expect.stringContaining(message))
  })
})
