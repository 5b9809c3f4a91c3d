import { expect, it } from 'vitest'
import type { KnownMachine } from '@/lib/store/machine-states'
import { Machines } from './machines'

const machine = (machineId: number, vmKey: string, vmUid: string, lastSeen: number): KnownMachine => ({
  machineId,
  vmKey,
  vmUid,
  seen: {
    state: 'encrypted',
    firstSeen: 0,
    unbrokenSince: 0,
    lastSeen,
    heldUntil: lastSeen,
    before: null,
    beganBetween: false,
  },
})

it('treats a recreated VM as another machine, and a moved one as the same', () => {
  const machines = new Machines()
  machines.add([
    machine(1, '/a', 'first', 10),
    machine(2, '/a', 'second', 20),
    machine(3, '/old-place', 'moved', 30),
    machine(4, '/new-place', 'moved', 40),
    machine(5, '/unnamed', '', 50),
    machine(6, '/both', '', 60),
    machine(7, '/both', 'other', 61),
  ])
  const at = (key: string, uid: string | null) => machines.at(key, uid)?.machineId ?? null
  expect(at('/a', 'SECOND')).toBe(2)
  expect(at('/a', 'third')).toBeNull()
  expect(at('/a', null)).toBe(2)
  expect(at('/third-place', 'moved')).toBe(4)
  expect(at('/unnamed', 'any')).toBe(5)
  expect(at('/both', 'another')).toBeNull()
  expect(at('/nowhere', null)).toBeNull()
})
