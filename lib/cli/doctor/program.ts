import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { diagnose } from '@/lib/setup/doctor/diagnose'
import type { CloudSeen } from '@/lib/setup/doctor/evidence'
import type { Az } from '../azure/az'
import { examineAzure } from './azure'
import { doctorUsage, parseDoctor, type DoctorArguments } from './arguments'
import { lookAtEnvironment } from './environment'
import { gather } from './gather'
import { doctorJson, doctorText } from './print'
import { lookAtRegistrations } from './registrations'

export interface DoctorSurroundings {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly az: Az
  readonly clouds?: readonly CloudSeen[]
}

/** Trust in the usual certificates and those of the file; undefined for the machine's own, null where it cannot be read. */
function trustIn(file: string | null): SecureContext | undefined | null {
  if (file === null) return undefined
  try {
    return createSecureContext({ ca: [...rootCertificates, readFileSync(file, 'utf8')] })
  } catch {
    return null
  }
}

async function examine(wish: DoctorArguments, around: DoctorSurroundings): Promise<0 | 1 | 2> {
  const trust = trustIn(wish.caFile)
  const environment = wish.environmentFile === null ? null : await lookAtEnvironment(wish.environmentFile)
  const unreadable = trust === null ? wish.caFile : environment === null ? wish.environmentFile : null
  if (unreadable !== null || trust === null) {
    around.complain(`${unreadable ?? ''}: cannot be read\n`)
    return 2
  }
  const outside = await gather({ ...wish, trust, ...(around.clouds === undefined ? {} : { clouds: around.clouds }) })
  const registrations = wish.registrations ? await lookAtRegistrations(around.az, outside) : null
  const lines = diagnose({ ...outside, environment, registrations })
  const { origin } = wish.address
  around.print(wish.json ? doctorJson(origin, lines) : doctorText(origin, lines, wish.language))
  return lines.some(({ outcome }) => outcome === 'wrong') ? 1 : 0
}

/** Runs `doctor` and gives its exit code. */
export async function runDoctor(args: readonly string[], around: DoctorSurroundings): Promise<0 | 1 | 2> {
  const parsed = parseDoctor(args)
  switch (parsed.kind) {
    case 'help':
      around.print(doctorUsage)
      return 0
    case 'usage':
      around.complain(doctorUsage)
      return 2
    case 'azure':
      return examineAzure(parsed.arguments, around)
    case 'run':
      return examine(parsed.arguments, around)
  }
}
