import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import * as z from 'zod'
import type { Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { collectorApplication } from '../simulator/names'

/** Environment variables of a collector for one simulated tenant, in addition to those of `startStack`. */
export function collectorEnvironment(tenant: TenantClient): Record<string, string | undefined> {
  return {
    SEALWATCH_AUTHORITY_HOST: process.env['SEALWATCH_AUTHORITY_HOST'],
    SEALWATCH_ARM_ENDPOINT: process.env['SEALWATCH_ARM_ENDPOINT'],
    SEALWATCH_TENANT: tenant.tenantId,
    SEALWATCH_COLLECTOR_CLIENT_ID: collectorApplication.clientId,
    SEALWATCH_COLLECTOR_CLIENT_SECRET: collectorApplication.clientSecret,
  }
}

/** Environment variables of a collector in a separate process, which checks certificates and logs its work. */
export function collectorProcessEnvironment(stack: Stack, tenant: TenantClient): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...collectorEnvironment(tenant),
    NODE_TLS_REJECT_UNAUTHORIZED: '1',
    NODE_EXTRA_CA_CERTS: stack.certificate.caFile,
    SEALWATCH_HISTORY: 'on',
    SEALWATCH_LOG_LEVEL: 'info',
  }
}

const top = fileURLToPath(new URL('../..', import.meta.url))

const lineSchema = z.record(z.string(), z.unknown())

/** A line of a collector's log. */
const collectorLineSchema = z.looseObject({
  event: z.string(),
  level: z.string(),
  code: z.string().optional(),
  database: z.string().nullish(),
  read: z.number().optional(),
  complete: z.boolean().optional(),
})

/** A collector in a separate process, and its log. */
export function startCollector(stack: Stack, tenant: TenantClient, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'collect'], {
    cwd: top,
    env: { ...collectorProcessEnvironment(stack, tenant), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: z.infer<typeof collectorLineSchema>[] = []
  createInterface({ input: child.stdout }).on('line', (text) => lines.push(collectorLineSchema.parse(JSON.parse(text))))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const said = (event: string, code?: string) =>
    lines.some((line) => line.event === event && (code === undefined || line.code === code))
  return {
    lines,
    said: (event: string, code?: string) => expect.poll(() => said(event, code)).toBe(true),
    /** Reads its log no more, as a reader that ended. */
    unread: () => child.stdout.destroy(),
    /** Ends it by a signal. @returns its exit code */
    stop: (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

export interface EndedCollector {
  readonly code: number | null
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  /** Everything that it wrote, to both outputs. */
  readonly written: string
  readonly complaint: string
}

/** Runs the collector's program until it ends by itself. */
export function runCollector(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<EndedCollector> {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'collect', ...args], {
    cwd: top,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaint]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString()
      const said = Buffer.concat(complaint).toString()
      const lines = text.split('\n').filter((line) => line.startsWith('{'))
      resolve({
        code,
        lines: lines.map((line) => lineSchema.parse(JSON.parse(line))),
        written: text + said,
        complaint: said,
      })
    })
  })
}
