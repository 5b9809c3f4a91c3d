import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, describe, expect, it } from 'vitest'
import { top } from '../launch/paths'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isHere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
const infra = join(top, 'infra')

/** What a program said where it refused; null where it accepted. */
function refusal(program: string, args: readonly string[], warning = /warning/i): string | null {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  return done.status === 0 && !warning.test(done.stderr) ? null : `${done.stdout}${done.stderr}`
}

describe.skipIf(!isHere('systemd-analyze'))('systemd', () => {
  for (const unit of readdirSync(join(infra, 'systemd')))
    it(`accepts ${unit}`, () => {
      // It resolves neither the user nor the page of the documentation, which another machine has.
      expect(refusal('systemd-analyze', ['verify', join(infra, 'systemd', unit)])).toBe(null)
    })
})

describe.skipIf(!isHere('nginx'))('nginx', () => {
  it('accepts its example', async () => {
    const pair = await generate([{ name: 'commonName', value: 'dashboard.example.com' }])
    writeFileSync(join(folder, 'fullchain.pem'), pair.cert)
    writeFileSync(join(folder, 'key.pem'), pair.private)
    const example = readFileSync(join(infra, 'proxy', 'nginx.conf'), 'utf8')
    const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join(' ')
    const served = example.replaceAll('/etc/ssl/sealwatch', folder).replace(/listen (\[::\]:)?(\d+)/g, 'listen $11$2')
    writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/pid; events {} http { access_log off; ${own} ${served} }`)
    expect(refusal('nginx', ['-t', '-q', '-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')])).toBe(null)
  })
})

describe.skipIf(!isHere('haproxy'))('HAProxy', () => {
  it('accepts its example', async () => {
    const pair = await generate([{ name: 'commonName', value: 'dashboard.example.com' }])
    writeFileSync(join(folder, 'fullchain-and-key.pem'), `${pair.cert}\n${pair.private}`)
    const example = readFileSync(join(infra, 'proxy', 'haproxy.cfg'), 'utf8')
    writeFileSync(join(folder, 'haproxy.cfg'), example.replaceAll('/etc/ssl/sealwatch', folder))
    expect(refusal('haproxy', ['-c', '-f', join(folder, 'haproxy.cfg')])).toBe(null)
  })
})

describe.skipIf(!isHere('caddy'))('Caddy', () => {
  it('accepts its example', () => {
    copyFileSync(join(infra, 'proxy', 'Caddyfile'), join(folder, 'Caddyfile'))
    const args = ['validate', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')]
    expect(refusal('caddy', args, /"level":"warn"/)).toBe(null)
  })
})
