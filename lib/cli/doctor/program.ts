import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { diagnose } from '@/lib/setup/doctor/diagnose'
import type { CloudSeen } from '@/lib/setup/doctor/evidence'
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

/**
 * Trust in the usual certificates, those of `NODE_EXTRA_CA_CERTS` and those of the file; undefined for the machine's own,
 * null where a file cannot be read.
 */
function trustIn(file: string | null): SecureContext | undefined | null {
  if (file === null) return undefined
  try {
    const files = [process.env['NODE_EXTRA_CA_CERTS'] ?? '', file].filter((path) => path !== '')
    return createSecureContext({ ca: [...rootCertificates, ...files.map((path) => readFileSync(path, 'utf8'))] })
  } catch {
    return null
  }
}

async function examine(options: DoctorArguments, io: DoctorIo): Promise<0 | 1 | 2> {
  const trust = trustIn(options.caFile)
  const environment = options.environmentFile === null ? null : await checkEnvironment(options.environmentFile)
  const unreadable = trust === null ? options.caFile : environment === null ? options.environmentFile : null
  if (unreadable !== null || trust === null) {
    io.complain(`${unreadable ?? ''}: cannot be read\n`)
    return 2
  }
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
