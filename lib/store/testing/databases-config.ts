import type { Database, HistoryConfig } from '@/lib/config/history-config'

export const testConfig = (database: Database, more: Partial<HistoryConfig> = {}): HistoryConfig => ({
  database,
  keepDays: 400,
  auditDays: 400,
  maxBytes: 4096 * 1_048_576,
  polling: { movingMs: 30_000, quietMs: 900_000 },
  ...more,
})
