import { html, type Markup } from '../server/html'
import type { Tenant } from '../server/state'

export interface Press {
  /** Path to which the button posts. */
  readonly to?: string
  readonly fields: Readonly<Record<string, string>>
  readonly label: string
}

/** A button that posts fields about a tenant. */
export function button(tenant: Tenant, { to = '/', fields, label }: Press): Markup {
  const all = Object.entries({ tenant: tenant.world.tenantId, ...fields })
  return html`<form method="post" action="${to}">
    ${all.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button type="submit">${label}</button>
  </form> `
}

const speeds: readonly (readonly [string, string])[] = [
  ['0', 'Freeze'],
  ['1', 'Real speed'],
  ['60', 'A minute each second'],
  ['600', 'Ten minutes each second'],
]

/** The clock of a tenant with its buttons. `back` are fields that lead back to the same page. */
export function clockPart(tenant: Tenant, to = '/', back: Readonly<Record<string, string>> = {}): Markup {
  return html`<p>Clock: <time>${new Date(tenant.world.clock.now()).toISOString()}</time></p>
    <p>
      ${speeds.map(([speed, label]) => button(tenant, { to, fields: { ...back, speed }, label }))}
      ${button(tenant, { to, fields: { ...back, step: '600000' }, label: 'Ten minutes on' })}
      ${button(tenant, { to, fields: { ...back, step: '3600000' }, label: 'One hour on' })}
    </p>`
}
