import { STATUS_CODES } from 'node:http'
import { request } from 'node:https'
import { parseArgs } from 'node:util'
import { simulatorClient } from '../simulator/control/client'
import { graphOrigin } from '../simulator/entra/scopes'

/** Where the simulated azure-cli is "signed in": a simulator, a tenant and one of its users or service principals. */
export interface SimulatedSignIn {
  /** http URL of the simulator. */
  readonly control: string
  readonly tenantId: string
  /** Display name or application id; null for the tenant's administrator. */
  readonly who: string | null
  /** Certificate to trust; undefined for the certificates that the process trusts. */
  readonly ca?: string
}

export interface AzOutput {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const done = (value: unknown): AzOutput => ({
  code: 0,
  stdout: value === null ? '' : JSON.stringify(value),
  stderr: '',
})
/** Error text and exit code of azure-cli for an unknown command. */
const misspelt: AzOutput = { code: 2, stdout: '', stderr: "ERROR: 'az' does not have such a command here.\n" }

interface Sent {
  readonly status: number
  readonly text: string
}

function send(url: string, method: string, token: string, body: string, ca?: string): Promise<Sent> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const options = { method, headers, agent: false as const, ...(ca === undefined ? {} : { ca }) }
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (part: string) => (text += part))
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The URL with one `KEY=VALUE`, encoded as azure-cli does it. */
function addressOf(url: string, parameter = ''): string {
  const at = parameter.indexOf('=')
  if (at < 1) return url
  return `${url}?${encodeURIComponent(parameter.slice(0, at))}=${encodeURIComponent(parameter.slice(at + 1))}`
}

/** `az rest`: the caller's token for Microsoft Graph, the answer's body, and "Forbidden({…})" for a refusal. */
async function rest(args: readonly string[], at: SimulatedSignIn, who: string): Promise<AzOutput> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      method: { type: 'string', default: 'get' },
      url: { type: 'string' },
      'url-parameters': { type: 'string' },
      body: { type: 'string' },
      output: { type: 'string' },
    },
  })
  const token = await simulatorClient(at.control).tenant(at.tenantId).token({ person: who, audience: 'graph' })
  const sent = await send(
    addressOf(values.url ?? '', values['url-parameters']),
    values.method.toUpperCase(),
    token,
    values.body ?? '',
    at.ca,
  )
  if (sent.status < 400) return { code: 0, stdout: sent.text, stderr: '' }
  return { code: 1, stdout: '', stderr: `ERROR: ${STATUS_CODES[sent.status] ?? ''}(${sent.text})\n` }
}

/** Simulates the commands of azure-cli that the product uses. Permissions and rules are the simulator's. */
export async function simulatedAz(args: readonly string[], at: SimulatedSignIn): Promise<AzOutput> {
  const client = simulatorClient(at.control)
  const { servicePrincipals } = await client.tenant(at.tenantId).summary()
  const who = at.who ?? servicePrincipals[0]?.applicationId ?? ''
  const [group = '', verb = ''] = args
  if (group === 'rest') return rest(args.slice(1), at, who)
  if (group === 'account' && verb === 'get-access-token') {
    const accessToken = await client.tenant(at.tenantId).token({ person: who, audience: 'arm' })
    return done({ accessToken, expires_on: Math.floor(Date.now() / 1000) + 3600, tokenType: 'Bearer' })
  }
  if (group === 'account' && verb === 'list') {
    const user = { name: who, type: 'servicePrincipal' }
    return done([{ tenantId: at.tenantId, cloudName: 'SimulatedCloud', isDefault: true, user }])
  }
  if (verb !== 'show') return misspelt
  if (group === 'account') return done({ tenantId: at.tenantId, user: { name: who, type: 'servicePrincipal' } })
  if (group !== 'cloud') return misspelt
  const { server } = (await client.overview()).origins
  const endpoints = { activeDirectory: server, resourceManager: server, microsoftGraphResourceId: graphOrigin(server) }
  return done({ name: 'SimulatedCloud', endpoints })
}
