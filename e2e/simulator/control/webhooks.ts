import { setTimeout as wait } from 'node:timers/promises'
import type { SimRequest, SimResponse } from '../model/http'
import { html, page } from '../server/html'
import { tenantOf, type Simulator, type Tenant } from '../server/state'
import { button } from './page-parts'
import type { WebhookBehaviour, WebhookChange } from './shapes'
import { wellBehaved } from './webhook-state'

const kept = 5000

/** Changes the receiver's behaviour; absent fields stay unchanged. */
export function changeWebhooks({ webhooks }: Tenant, change: WebhookChange): WebhookBehaviour {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  webhooks.behaviour = { ...webhooks.behaviour, ...given }
  return webhooks.behaviour
}

/** Deletes the received posts, and resets the behaviour. */
export function clearWebhooks({ webhooks }: Tenant): void {
  webhooks.received.length = 0
  webhooks.behaviour = wellBehaved
}

function headersOf(request: SimRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** `POST /_webhooks/{tenant}/{name}` on either listener: records the post, and fails or delays as configured. */
export async function receiveWebhook(simulator: Simulator, request: SimRequest): Promise<SimResponse> {
  const [, , id = '', ...rest] = request.url.pathname.split('/')
  const tenant = tenantOf(simulator, id)
  if (tenant === undefined || rest.join('/') === '') return { status: 404, json: { error: 'no such receiver' } }
  if (request.method !== 'POST') return { status: 405, json: { error: 'webhooks are posted' } }
  const { webhooks } = tenant
  const { failures, status, delayMs, retryAfter } = webhooks.behaviour
  const failing = failures > 0
  if (failing) webhooks.behaviour = { ...webhooks.behaviour, failures: failures - 1 }
  webhooks.received.push({
    at: simulator.now(),
    name: rest.join('/'),
    headers: headersOf(request),
    body: request.body.toString('utf8'),
    status: failing ? status : 200,
  })
  if (webhooks.received.length > kept) webhooks.received.splice(0, webhooks.received.length - kept)
  if (delayMs > 0) await wait(delayMs)
  if (!failing) return { status: 200, json: { ok: true } }
  const headers = retryAfter === null ? {} : { 'retry-after': retryAfter }
  return { status, headers, json: { error: 'told to fail' } }
}

/** The received posts of a tenant, newest first, as a page. */
export function webhookPage(tenant: Tenant, origins: Simulator['origins']): SimResponse {
  const { world, webhooks } = tenant
  const address = `/_webhooks/${world.tenantId}/demo`
  const back = { page: 'webhooks' }
  const rows = webhooks.received
    .slice(-100)
    .reverse()
    .map(
      ({ at, name, status, body }) =>
        html`<tr>
          <td><time>${new Date(at).toISOString()}</time></td>
          <td>${name}</td>
          <td>${status}</td>
          <td><code>${body.slice(0, 4000)}</code></td>
        </tr>`,
    )
  return page(
    `Webhooks of ${world.displayName}`,
    html`<h1>Webhooks of ${world.displayName}</h1>
      <p><a href="/">All tenants</a></p>
      <p>Send them to <code>${origins.browser}${address}</code> or <code>${origins.server}${address}</code>.</p>
      <p>
        ${button(tenant, { to: '/vms', fields: { ...back, webhookFailures: '3' }, label: 'Fail three times' })}
        ${button(tenant, { to: '/vms', fields: { ...back, webhookClear: 'yes' }, label: 'Forget all' })}
        ${webhooks.behaviour.failures} failures ahead.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Received</th>
            <th scope="col">Name</th>
            <th scope="col">Answered</th>
            <th scope="col">Body</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
  )
}
