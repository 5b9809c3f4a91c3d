import type { SimRequest, SimResponse } from '../model/http'
import { faultKinds, type FaultKind } from '../model/faults'
import { html, page, type Markup } from '../server/html'
import { tenantOf, type Simulator, type Tenant } from '../server/state'
import { addFault, removeFaults, setClock } from './actions'
import { button, clockPart } from './page-parts'
import { faultInput } from './shapes'

const isFaultKind = (text: string): text is FaultKind => faultKinds.some((kind) => kind === text)

function faultPart(tenant: Tenant): Markup {
  const active = tenant.world.faults.map(
    (fault) =>
      html`<li>
        ${fault.kind}, ${fault.times === null ? 'for ever' : `${fault.times} times`}
        ${button(tenant, { fields: { remove: fault.id }, label: `Remove ${fault.kind}` })}
      </li>`,
  )
  return html`<ul>
      ${active.length === 0 ? html`<li>No trouble at the moment.</li>` : active}
    </ul>
    <form method="post" action="/">
      <input type="hidden" name="tenant" value="${tenant.world.tenantId}" />
      <label
        >Trouble
        <select name="fault">
          ${faultKinds.map((kind) => html`<option>${kind}</option>`)}
        </select></label
      >
      <label>times <input name="times" type="number" min="1" value="3" /></label>
      <button type="submit">Add</button>
    </form>`
}

function tenantPart(tenant: Tenant): Markup {
  const { world, ledger } = tenant
  const rows = world.people.map(
    (person) =>
      html`<tr>
        <td>${person.displayName}</td>
        <td>${person.userPrincipalName}</td>
        <td>${person.description}</td>
      </tr>`,
  )
  return html`<section>
    <h2>${world.displayName}</h2>
    <p>
      <code>${world.tenantId}</code>, scenario ${world.spec.scenario}: ${world.subscriptions.length} subscriptions,
      ${world.vms.size} VMs.
    </p>
    <table>
      <caption>
        People
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Sign-in name</th>
          <th scope="col">May do</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${clockPart(tenant)}
    <p>
      <a href="/vms?tenant=${world.tenantId}">VMs of ${world.displayName}</a>,
      <a href="/vms?tenant=${world.tenantId}&page=webhooks">webhooks it received</a>
    </p>
    ${faultPart(tenant)}
    <p>
      ${world.log.length} requests kept in the log; ${ledger.refusedChanges} changes refused; ${ledger.unknown.size}
      unknown routes.
    </p>
  </section>`
}

/** The page at the root of the http listener: tenants and people, and buttons for faults and the clock. */
export function demoPage(simulator: Simulator): SimResponse {
  const tenants = [...simulator.tenants.values()].slice(0, 20)
  return page(
    'Azure simulator',
    html`<h1>Azure simulator</h1>
      <p class="note">Nothing here is Azure. ARM and tokens for servers: <code>${simulator.origins.server}</code>.</p>
      ${tenants.map(tenantPart)}`,
  )
}

/** Handles a pressed button of the page. */
export function demoForm(simulator: Simulator, request: SimRequest): SimResponse {
  const form = new URLSearchParams(request.body.toString('utf8'))
  const tenant = tenantOf(simulator, form.get('tenant') ?? '')
  const [fault, remove, speed, step] = [
    form.get('fault'),
    form.get('remove'),
    Number(form.get('speed') ?? NaN),
    Number(form.get('step') ?? NaN),
  ]
  if (tenant !== undefined) {
    const times = Number(form.get('times'))
    if (fault !== null && isFaultKind(fault))
      addFault(tenant, faultInput.parse({ kind: fault, times: Number.isInteger(times) && times > 0 ? times : null }))
    if (remove !== null) removeFaults(tenant, remove)
    if (speed >= 0) setClock(tenant, { speed })
    if (Number.isFinite(step)) setClock(tenant, { step })
  }
  return { status: 303, headers: { location: '/', 'cache-control': 'no-store' }, text: '' }
}
