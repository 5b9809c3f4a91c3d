import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { top } from '../launch/paths'

const script = join(top, 'infra', 'azure', 'federate.sh')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwatch-federate-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the script with a substitute for azure-cli that answers one query and records what it is asked to create. */
function federate(known: string, environment: Record<string, string | undefined> = {}) {
  const az = join(folder, 'az')
  const made = join(folder, 'made')
  writeFileSync(
    az,
    `#!/bin/sh\ncase "$4" in list) printf '%s' '${known}' ;; create) printf '%s\\n' "$@" > '${made}' ;; esac\n`,
  )
  chmodSync(az, 0o755)
  const { status, stdout } = spawnSync('sh', [script], {
    encoding: 'utf8',
    env: {
      NODE_ENV: 'test',
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      SEALWATCH_API_CLIENT_ID: 'the-api',
      AZURE_TENANT_ID: 'the-tenant',
      SEALWATCH_API_IDENTITY_PRINCIPAL_ID: 'the-identity',
      ...environment,
    },
  })
  return { status, stdout, made: existsSync(made) ? readFileSync(made, 'utf8') : null }
}

it('adds the identity as a federated credential, with the issuer of its tenant', () => {
  const { status, made } = federate('')
  expect(status).toBe(0)
  const [, , , , , id, , parameters = ''] = (made ?? '').split('\n')
  expect(id).toBe('the-api')
  expect(JSON.parse(parameters)).toEqual({
    name: 'sealwatch-api',
    issuer: 'https://login.microsoftonline.com/the-tenant/v2.0',
    subject: 'the-identity',
    audiences: ['api://AzureADTokenExchange'],
  })
})

it('changes nothing if the credential exists, or if a variable is missing', () => {
  expect(federate('sealwatch-api')).toMatchObject({ status: 0, made: null })
  const unstated = federate('', { AZURE_TENANT_ID: undefined })
  expect(unstated.status).not.toBe(0)
  expect(unstated.made).toBeNull()
})

it('is run by azd after it created the identities, with an existing module and files', () => {
  const azd: {
    infra: { path: string; module: string }
    hooks: { postprovision: { posix: { run: string }; windows: { shell: string; run: string } } }
    services: Record<string, { host: string; docker: { path: string } }>
  } = parse(readFileSync(join(top, 'azure.yaml'), 'utf8'))
  const paths = [
    azd.hooks.postprovision.posix.run,
    azd.hooks.postprovision.windows.run,
    `${azd.infra.path}/${azd.infra.module}.bicep`,
    ...Object.keys(azd.services).map((name) => `${azd.infra.path}/${name}.bicep`),
    ...Object.values(azd.services).map(({ docker }) => docker.path),
  ]
  expect(paths.filter((path) => !existsSync(join(top, path)))).toEqual([])
})

it('has the same variables, defaults and commands for Windows, where no test can run it', () => {
  const windows = readFileSync(join(top, 'infra', 'azure', 'federate.ps1'), 'utf8')
  const posix = readFileSync(script, 'utf8')
  const parts = (text: string): string[] =>
    [...new Set(text.match(/\b(?:SEALWATCH|AZURE)_[A-Z_]+|api:\/\/\w+|https:\/\/[\w.]+|credential \w+/g))].sort()
  expect(parts(windows)).toEqual(parts(posix))
})
