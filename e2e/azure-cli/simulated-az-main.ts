import { demoTenantId } from '../simulator/names'
import { simulatedAz } from './simulated-az'

/**
 * The simulated azure-cli as a program: it uses the simulator on its usual port and its demo tenant, unless environment
 * variables name others.
 */
const answer = await simulatedAz(process.argv.slice(2), {
  control: process.env['SIMULATED_AZURE'] ?? 'http://localhost:4010',
  tenantId: process.env['SIMULATED_TENANT'] ?? demoTenantId,
  who: process.env['SIMULATED_PERSON'] ?? null,
})
process.stdout.write(answer.stdout)
process.stderr.write(answer.stderr)
process.exitCode = answer.code
