import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { top } from '../launch/paths'
import { configOf, contextOf, pairsOf, parseDockerfile, wordsOf } from './dockerfile'

const text = readFileSync(join(top, 'Dockerfile'), 'utf8')
const stages = parseDockerfile(text)
const last = stages.at(-1)!
const config = configOf(last)

describe('the Dockerfile', () => {
  it('names exact versions of its base images, all with the same supported Node.js', () => {
    const versions = stages.map(({ base }) =>
      /^node:(\d+\.\d+\.\d+)-bookworm(-slim)?(@sha256:[0-9a-f]{64})?$/.exec(base),
    )
    expect(versions.map((version) => version?.[1] ?? 'floating')).toEqual(Array(2).fill(versions[0]?.[1]))
    expect(Number(versions[0]?.[1]?.split('.')[0])).toBeGreaterThanOrEqual(20)
  })

  it('runs node directly, as a numeric non-root user, with a health check that needs no shell', () => {
    expect(config.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(config.command[0]).toBe('node')
    expect(config.health[0]).toBe('node')
    expect(config.stopSignal).toBe('SIGTERM')
  })

  it('copies only the built files from the build stage', () => {
    const copies = last.steps.filter(({ instruction }) => instruction === 'COPY').map(({ text: each }) => each)
    expect(copies).toEqual(['--from=build /out/ ./'])
  })

  it('contains no secret, listens on all addresses, and stores its data in a volume', () => {
    expect(Object.keys(config.env).filter((name) => /SECRET|TOKEN|PASSWORD|DATABASE_URL|KEY/.test(name))).toEqual([])
    expect(config.env).toMatchObject({ HOSTNAME: '0.0.0.0', NODE_ENV: 'production' })
    expect(config.volumes).toEqual([config.env['SEALWATCH_DATA_DIR']])
    expect(Object.keys(config.labels)).toContain('org.opencontainers.image.title')
  })

  it('gets no file of the fake Azure, of the tests’ settings or of the git history', () => {
    const names = contextOf(readFileSync(join(top, '.dockerignore'), 'utf8'))
    expect(names.filter((name) => !existsSync(join(top, name)))).toEqual([])
    expect(names.filter((name) => /^(e2e|\.git|\.env|docs|node_modules|\.next|\.sealwatch)/.test(name))).toEqual([])
  })
})

describe('parsing a Dockerfile', () => {
  it('joins continued lines, drops comments and keeps stages apart', () => {
    const read = parseDockerfile('# a\nFROM a:1 AS one\nRUN x \\\n  y\n# b\nFROM b:2\nENV A=1 B="c d"\n')
    expect(read).toEqual([
      { base: 'a:1', name: 'one', steps: [{ instruction: 'RUN', text: 'x    y' }] },
      { base: 'b:2', name: null, steps: [{ instruction: 'ENV', text: 'A=1 B="c d"' }] },
    ])
    expect(pairsOf(read[1]?.steps[0]?.text ?? '')).toEqual({ A: '1', B: 'c d' })
  })

  it('refuses instructions that it cannot run exactly', () => {
    expect(() => parseDockerfile('FROM a\nADD x y')).toThrow('ADD')
    expect(() => parseDockerfile('RUN x')).toThrow('FROM')
    expect(() => wordsOf('npm start')).toThrow()
    expect(() => contextOf('node_modules\n')).toThrow()
    expect(() => contextOf('*\n!**/*.ts\n')).toThrow()
  })
})
