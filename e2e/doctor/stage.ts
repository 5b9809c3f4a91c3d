import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { ownHosts, type SignInHosts } from '@/lib/shared/sign-in-hosts'
import type { Deployment } from '@/lib/contract/deployment'
import type { HealthLine, Ready } from '@/lib/contract/health'
import type { DoctorLine } from '@/lib/setup/doctor/codes'
import { ok, type Result } from '@/lib/shared/result'
import { simulatedAz } from '../azure-cli/simulated-az'
import { registrationOf, type Directory, type Registration } from '../simulator/directory/model'
import { productApi, productSpa } from '../simulator/names'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'
import { authority, leaf, startDeployment, type Answers, type RunningServer, type Signed } from './deployment'

interface Cloud extends SignInHosts {
  readonly name: string
  readonly armEndpoint: string
}

interface Around {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly az: (args: readonly string[]) => Promise<Result<unknown, never>>
  readonly clouds?: readonly Cloud[]
}

/** The code under test, and the headers of a deployment of the product. */
export interface DoctorStageParts {
  readonly runDoctor: (args: readonly string[], around: Around) => Promise<0 | 1 | 2>
  readonly headersOf: (isRedirectBridge: boolean) => Readonly<Record<string, string>>
}

/** One deployment to check. */
export interface Plan {
  readonly answers?: Partial<Answers>
  /** Null serves plain http. */
  readonly tls?: Parameters<typeof startDeployment>[2]
  /** Changes in the directory before the check. */
  readonly plant?: () => void
  /** Clouds in addition to the deployment's own. */
  readonly others?: readonly Cloud[]
  readonly args?: readonly string[]
  /** The tenant that azure-cli is signed in to, where it is not the deployment's. */
  readonly signedInTo?: string
  /** Replaces the deployment's own URL. */
  readonly address?: (origin: string) => string
  /** Changes to the environment file; without it there is no file. */
  readonly file?: Readonly<Record<string, string>>
}

export interface Seen {
  readonly code: number
  readonly lines: readonly DoctorLine[]
  readonly text: string
  readonly found: readonly string[]
}

export interface DoctorStage extends DoctorStageParts {
  readonly simulator: TestSimulator
  /** Another cloud: it accepts every tenant, and its ARM names the first cloud's directory. */
  readonly other: RunningServer
  readonly trusted: Signed
  /** PEM files with the certificate authority of the fake Azure alone, and with that of the deployments alone. */
  readonly authorities: { readonly azure: string; readonly deployment: string }
  readonly directory: () => Directory | undefined
  readonly register: (change: (page: Registration) => Registration) => void
  readonly api: (change: (api: Registration) => Registration) => void
  readonly preauthorised: () => void
  readonly origin: () => string
  readonly doctor: (plan?: Plan) => Promise<Seen>
  readonly close: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Answer of `/readyz` when everything else is healthy. */
export function ready(...lines: HealthLine[]): Ready {
  const checks = (['configuration', 'history', 'directory'] as const).map(
    (check): HealthLine => lines.find((each) => each.check === check) ?? { check, standing: 'ok', reason: null },
  )
  return { ready: true, checks }
}

function baseOf(azure: string, tenantId: string): Deployment {
  return {
    product: 'sealwatch',
    now: 0,
    cloud: 'public',
    authorityHost: azure,
    armEndpoint: azure,
    tenantId,
    spaClientId: productSpa.clientId,
    apiScope: `${productApi.identifierUri}/${productApi.scope}`,
    forwardedFor: 0,
    proxies: 0,
  }
}

function environmentFile(path: string, base: Deployment, changes: Readonly<Record<string, string>>): string {
  const values = {
    SEALWATCH_AUTHORITY_HOST: base.authorityHost,
    SEALWATCH_ARM_ENDPOINT: base.armEndpoint,
    SEALWATCH_TENANT: base.tenantId,
    SEALWATCH_SPA_CLIENT_ID: base.spaClientId,
    SEALWATCH_API_CLIENT_ID: productApi.clientId,
    SEALWATCH_API_CLIENT_SECRET: productApi.clientSecret,
    ...changes,
  }
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(path, lines.join(''))
  return path
}

function healthy(headersOf: DoctorStageParts['headersOf'], instead: Answers['instead']): Answers {
  return {
    deployment: {},
    ready: ready(),
    headers: headersOf(false),
    bridgeHeaders: headersOf(true),
    ahead: 0,
    proxiesBefore: 0,
    instead,
  }
}

/** Makes the API pre-authorise the page for its scopes. */
function trustingPage(registration: Registration): Registration {
  const delegatedPermissionIds = registration.api.oauth2PermissionScopes.map(({ id }) => id)
  const preAuthorizedApplications = [{ appId: productSpa.clientId, delegatedPermissionIds }]
  return { ...registration, api: { ...registration.api, preAuthorizedApplications } }
}

/** Answers the sign-in of another cloud; its ARM names this cloud's directory. */
function startElsewhere(
  base: Deployment,
  headersOf: DoctorStageParts['headersOf'],
  tls: Signed,
): Promise<RunningServer> {
  const body = JSON.stringify({ issuer: 'other', authentication: { loginEndpoint: base.authorityHost } })
  return startDeployment(
    base,
    healthy(headersOf, (_request, response) => void response.end(body)),
    tls,
  )
}

function seen(code: number, text: string): Seen {
  const parsed = z
    .object({ checks: z.array(z.custom<DoctorLine>()) })
    .safeParse(text.startsWith('{') ? JSON.parse(text) : {})
  const lines = parsed.success ? parsed.data.checks : []
  return { code, lines, text, found: lines.flatMap((each) => (each.outcome === 'wrong' ? [each.code] : [])) }
}

function authoritiesIn(folder: string, azure: string, deployment: string) {
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return {
    azure: written('azure.pem', azure),
    deployment: written('deployment.pem', deployment),
    both: written('both.pem', `${azure}\n${deployment}`),
  }
}

/** A fake Azure, another cloud, and a deployment for each plan. */
export async function startDoctorStage({ runDoctor, headersOf }: DoctorStageParts): Promise<DoctorStage> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-doctor-'))
  const [simulator, trusted] = await Promise.all([startTestSimulator(), authority()])
  const azure = simulator.origins.server
  const other = await startElsewhere(baseOf(azure, ''), headersOf, await leaf({ by: trusted }))
  const authorities = authoritiesIn(folder, simulator.certificate.certificate, trusted.cert)
  let directory: Directory | undefined
  let server: RunningServer | undefined
  const register = (clientId: string, change: (registration: Registration) => Registration): void => {
    const before = directory === undefined ? undefined : registrationOf(directory, clientId)
    if (before !== undefined) directory?.registrations.set(before.id, change(before))
  }
  const close = async (): Promise<void> => {
    await server?.stop()
    server = undefined
  }
  const doctor = async (plan: Plan = {}): Promise<Seen> => {
    const { tenantId } = await simulator.control.createTenant({ scenario: 'empty' })
    directory = simulator.simulator.tenants.get(tenantId)?.directory
    const base = baseOf(azure, tenantId)
    const tls = plan.tls === undefined ? await leaf({ by: trusted }) : plan.tls
    const { origin } = (server = await startDeployment(base, { ...healthy(headersOf, null), ...plan.answers }, tls))
    register(productSpa.clientId, (page) => ({ ...page, spa: { redirectUris: [`${origin}/auth/redirect`] } }))
    plan.plant?.()
    const file = plan.file === undefined ? [] : ['--environment', environmentFile(join(folder, 'env'), base, plan.file)]
    const usual = ['--json', '--timeout', '5', '--ca', authorities.both]
    const { browser: control } = simulator.origins
    const at = { control, tenantId: plan.signedInTo ?? tenantId, who: null, ca: simulator.certificate.certificate }
    let text = ''
    const print = (part: string): void => void (text += part)
    const code = await runDoctor([...usual, ...file, ...(plan.args ?? []), (plan.address ?? String)(origin)], {
      print,
      complain: print,
      az: async (command) => ok(JSON.parse((await simulatedAz(command, at)).stdout || 'null')),
      clouds: [{ name: 'public', armEndpoint: azure, ...ownHosts(azure) }, ...(plan.others ?? [])],
    })
    return seen(code, text)
  }
  return {
    runDoctor,
    headersOf,
    simulator,
    other,
    trusted,
    authorities,
    directory: () => directory,
    register: (change) => register(productSpa.clientId, change),
    api: (change) => register(productApi.clientId, change),
    preauthorised: () => register(productApi.clientId, trustingPage),
    origin: () => server?.origin ?? '',
    doctor,
    close,
    stop: async () => {
      await Promise.all([simulator.stop(), other.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
