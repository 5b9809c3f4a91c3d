// @vitest-environment jsdom
import { cleanup, configure, screen } from '@testing-library/react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { parseFleetSearch } from '@/lib/contract/fleet-search'
import { messages } from '@/lib/i18n/messages'
import { ViewMenu } from './view-menu'

// Only ends tests that hang; no test measures it.
configure({ asyncUtilTimeout: 300_000 })

const { view, column } = messages.en.fleet
let root: Root

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  // As in a browser: `act` would render what is deferred within the event.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  root = createRoot(document.body.appendChild(document.createElement('main')))
})

afterEach(() => {
  root.unmount()
  cleanup()
  vi.unstubAllGlobals()
})

it('opens with row heights and groups within the press, and adds the columns afterwards', async () => {
  root.render(
    <IntlProvider language="en" texts={messages.en}>
      <ViewMenu search={parseFleetSearch(new URLSearchParams())} onChange={vi.fn()} />
    </IntlProvider>,
  )
  const button = await screen.findByRole('button', { name: view.button })
  // The first press loads the code of menus.
  button.click()
  await screen.findByRole('menuitemcheckbox', { name: column.state })
  const press = () => {
    const trigger = screen.getByText(view.button).closest('button')
    trigger?.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }))
    // React renders a press at the end of its task.
    return Promise.resolve()
  }
  await press()
  expect(screen.queryByRole('menu')).toBeNull()
  await press()
  expect(screen.getAllByRole('menuitemradio').map(({ textContent }) => textContent)).toContain(view.compact)
  expect(screen.queryByRole('menuitemcheckbox')).toBeNull()
  expect(await screen.findByRole('menuitemcheckbox', { name: column.state })).toBeDefined()
})
