import { createHmac } from 'node:crypto'
import type { Exchange } from '../exchange'
import { ExchangeRedactor } from '../redact-exchange'

/** Redacts exchanges as one recording, with a fixed salt. */
export const redactAll = (exchanges: readonly Exchange[]): readonly Exchange[] => {
  const redactor = new ExchangeRedactor((text) => createHmac('sha256', 'test').update(text).digest('hex'))
  for (const each of exchanges) redactor.learn(each)
  return exchanges.map((each) => redactor.redact(each))
}

export const group = '/subscriptions/0c0ffee0-1111-4222-8333-444455556666/resourceGroups/rg-CanaryGroup'
export const vmId = `${group}/providers/Microsoft.Compute/virtualMachines/vm-CanaryMachine`
