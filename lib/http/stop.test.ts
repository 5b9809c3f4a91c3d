import { once } from 'node:events'
import { expect, it } from 'vitest'
import { replaceListeners } from './stop'

it.skipIf(process.platform === 'win32')(
  'loses no signal that arrives while a server that starts replaces the listeners of its launcher',
  async () => {
    const received: string[] = []
    process.on('SIGUSR2', () => received.push('launcher'))
    process.kill(process.pid, 'SIGUSR2')
    replaceListeners('SIGUSR2', () => received.push('server'))
    await once(process, 'SIGUSR2')
    process.removeAllListeners('SIGUSR2')
    expect(received).toEqual(['server'])
  },
)
