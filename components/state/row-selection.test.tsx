// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet } from '@/lib/views/fleet-model'
import { fleetRow, rows } from '@/lib/views/testing/fleet-rows'
import { TickedRows, useRowSelection } from './row-selection'

afterEach(cleanup)

it('renders only what reads the selection when a row is ticked', () => {
  const { entries } = applyFleetEvents(emptyFleet, [rows(fleetRow('a'), fleetRow('b'))])
  let rendered = 0
  const Table = () => {
    rendered += 1
    return null
  }
  const Ticked = () => {
    const selection = useRowSelection()
    return (
      <button type="button" onClick={() => selection.toggle(entries[1]?.key ?? '')}>
        {selection.entries.map(({ name }) => name)}
      </button>
    )
  }
  render(
    <TickedRows shown={entries}>
      <Table />
      <Ticked />
    </TickedRows>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('button').textContent).toBe('b')
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('button').textContent).toBe('')
  expect(rendered).toBe(1)
})
