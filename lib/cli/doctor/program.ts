import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { diagnose } from '@/lib/setup/doctor/diagnose'
import type { CloudSeen } from '@/lib/setup/doctor/evidence'
import { fail, ok, type Result } from '@/lib/shared/result'
import { forTerminal } from '@/lib/shared/terminal-text'
import type { Az } from '../azure/az'
import { examineAzure } from './azure'
import { doctorUsage, parseDoctor, type DoctorArguments } from './arguments'
import { checkEnvironment } from './environment'
import { gather } from './gather'
import { doctorJson, doctorText } from './print'
import { checkRegistrations } from './registrations'

export interface DoctorIo {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly az: Az
  readonly clouds?: readonly CloudSeen[]
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Trust in the usual certificates and those of PEM files, or the first file that has none. */
function trustIn(files: readonly string[]): Result<SecureContext, string> {
  const ca: string[] = [...rootCertificates]
  for (const file of files) {
    const text = textOf(file)
    if (text?.includes('-----BEGIN ') !== true) return fail(file)
    ca.push(text)
  }
  return ok(createSecureContext({ ca }))
}

/** What `--ca` adds to the certificates of the machine and of `NODE_EXTRA_CA_CERTS`; undefined without it. */
function trustOf({ caFile }: DoctorArguments): Result<SecureContext | undefined, string> {
  const extra = process.env['NODE_EXTRA_CA_CERTS'] ?? ''
  return caFile === null ? ok(undefined) : trustIn(extra === '' ? [caFile] : [extra, caFile])
}

async function examine(options: DoctorArguments, io: DoctorIo): Promise<0 | 1 | 2> {
  const trusted = trustOf(options)
  const environment = options.environmentFile === null ? null : await checkEnvironment(options.environmentFile)
  const unreadable = trusted.ok ? (environment === null ? options.environmentFile : null) : trusted.failure
  if (unreadable !== null || !trusted.ok) {
    io.complain(`${unreadable ?? ''}: cannot be read\n`)
    return 2
  }
  const trust = trusted.value
  const outside = await gather({ ...options, trust, ...(io.clouds === undefined ? {} : { clouds: io.clouds }) })
  const registrations = options.registrations ? await checkRegistrations(io.az, outside) : null
  const lines = diagnose({ ...outside, environment, registrations })
  const { origin } = options.address
  io.print(options.json ? doctorJson(origin, lines) : doctorText(origin, lines, options.language))
  return lines.some(({ outcome }) => outcome === 'wrong') ? 1 : 0
}

/** Runs `doctor` and returns its exit code. */
export async function runDoctor(args: readonly string[], given: DoctorIo): Promise<0 | 1 | 2> {
  const io = forTerminal(given)
  const parsed = parseDoctor(args)
  switch (parsed.kind) {
    case 'help':
      io.print(doctorUsage)
      return 0
    case 'usage':
      io.complain(`${parsed.wrong}\n\n${doctorUsage}`)
      return 2
    case 'azure':
      return examineAzure(parsed.arguments, io)
    case 'run':
      return examine(parsed.arguments, io)
  }
}
