import { describe, expect, it } from 'vitest'
import { demoTenantId } from '../names'
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
    [['--data-dir', ''], '--data-dir'],
    [['--colour'], '--colour'],
    [['stray'], 'stray'],
  ])('refuses %s with the reason', (args, message) => {
    const command = parseCommand(args)
    expect(command.kind).toBe('wrong')
    expect(command).toHaveProperty('message', expect.stringContaining(message))
  })
})

describe('a token for the API of a demo', () => {
  it('is that of a person of the demo’s tenant by default', () => {
    expect(parseCommand(['--token', 'Aiko Tanaka'])).toEqual({
      kind: 'token',
      wanted: { person: 'Aiko Tanaka', tenantId: demoTenantId, httpPort: 4010 },
    })
    expect(parseCommand(['--token', 'x', '--tenant', 't', '--http-port', '5010'])).toEqual({
      kind: 'token',
      wanted: { person: 'x', tenantId: 't', httpPort: 5010 },
    })
  })
})
