import { simulatorClient } from '@/e2e/simulator/control/client'
import { historyConfig } from '@/lib/config/history-config'
import { makeDemoPast } from './demo-past'

// The history of the demo, for the fake Azure at the address of the first argument and with the product's environment.
const [address = ''] = process.argv.slice(2)
await makeDemoPast(simulatorClient(address), historyConfig(), process.env)
