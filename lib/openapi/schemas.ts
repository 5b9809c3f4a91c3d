import * as z from 'zod/mini'
import { adminStatusSchema, auditLogSchema, auditEventSchema } from '@/lib/contract/admin'
import { sessionSchema } from '@/lib/contract/session'
import { workProgressSchema } from '@/lib/contract/work-progress'
import { deploymentSchema } from '@/lib/contract/deployment'
import { apiErrorSchema } from '@/lib/contract/errors'
import {
  fleetEventSchema,
  fleetRowSchema,
  gapSchema,
  loadProgressSchema,
  subscriptionSchema,
} from '@/lib/contract/fleet'
import { aliveSchema, readySchema } from '@/lib/contract/health'
import { fleetHistorySchema, observationSchema, vmHistorySchema } from '@/lib/contract/history'
import { noticeListSchema } from '@/lib/contract/notices'
import { noteChangeSchema, noteListSchema, noteSavedSchema, waveChangeSchema } from '@/lib/contract/notes'
import { problemLineSchema } from '@/lib/contract/problem-line'
import { retirementDiskSchema, retirementRequestSchema, retirementSchema } from '@/lib/contract/retirement'
import { rowHistorySchema, rowWorkSchema } from '@/lib/contract/row-history'
import { progressSchema } from '@/lib/contract/row-verdict'
import {
  sharedRequestSchema,
  sharedSchema,
  snapshotContentSchema,
  snapshotListSchema,
  snapshotPreviewRequestSchema,
  snapshotPreviewSchema,
  snapshotPublishRequestSchema,
  snapshotPublishedSchema,
  snapshotRevokedSchema,
} from '@/lib/contract/snapshots'
import { defaultViewSchema, viewChangeSchema } from '@/lib/contract/saved-view-change'
import { savedViewListSchema } from '@/lib/contract/saved-views'
import { vmTimelineSchema } from '@/lib/contract/timeline'
import { startSchema } from '@/lib/contract/timeline-start'
import { estimateQualitySchema, stuckSchema, timeLeftSchema, workDoneSchema } from '@/lib/contract/timeline-work'
import {
  causeSchema,
  prerequisiteSchema,
  problemSchema,
  stepSchema,
  troubleshootRequestSchema,
  troubleshootSchema,
} from '@/lib/contract/troubleshoot'
import { evidenceRowSchema, verdictSchema } from '@/lib/contract/verdict'
import { vmDetailSchema } from '@/lib/contract/vm'
import { watchChangeSchema, watchChangedSchema, watchListSchema, watchRequestSchema } from '@/lib/contract/watches'

/** The document's names for the contract's schemas. A name is permanent: programs are generated from it. */
const named = {
  ApiError: apiErrorSchema,
  FleetEvent: fleetEventSchema,
  FleetRow: fleetRowSchema,
  Subscription: subscriptionSchema,
  Gap: gapSchema,
  LoadProgress: loadProgressSchema,
  Progress: progressSchema,
  ProblemLine: problemLineSchema,
  RowHistory: rowHistorySchema,
  RowWork: rowWorkSchema,
  Start: startSchema,
  WorkDone: workDoneSchema,
  TimeLeft: timeLeftSchema,
  Stuck: stuckSchema,
  EstimateQuality: estimateQualitySchema,
  FleetHistory: fleetHistorySchema,
  VmDetail: vmDetailSchema,
  Verdict: verdictSchema,
  EvidenceRow: evidenceRowSchema,
  WorkProgress: workProgressSchema,
  VmHistory: vmHistorySchema,
  Observation: observationSchema,
  VmTimeline: vmTimelineSchema,
  Troubleshoot: troubleshootSchema,
  TroubleshootRequest: troubleshootRequestSchema,
  Problem: problemSchema,
  Cause: causeSchema,
  Step: stepSchema,
  Prerequisite: prerequisiteSchema,
  RetirementRequest: retirementRequestSchema,
  Retirement: retirementSchema,
  RetirementDisk: retirementDiskSchema,
  WatchList: watchListSchema,
  WatchRequest: watchRequestSchema,
  WatchChange: watchChangeSchema,
  WatchChanged: watchChangedSchema,
  NoticeList: noticeListSchema,
  NoteList: noteListSchema,
  NoteChange: noteChangeSchema,
  WaveChange: waveChangeSchema,
  NoteSaved: noteSavedSchema,
  SavedViewList: savedViewListSchema,
  ViewChange: viewChangeSchema,
  DefaultView: defaultViewSchema,
  SnapshotPreviewRequest: snapshotPreviewRequestSchema,
  SnapshotPreview: snapshotPreviewSchema,
  SnapshotContent: snapshotContentSchema,
  SnapshotPublishRequest: snapshotPublishRequestSchema,
  SnapshotPublished: snapshotPublishedSchema,
  SnapshotList: snapshotListSchema,
  SnapshotRevoked: snapshotRevokedSchema,
  SharedRequest: sharedRequestSchema,
  Shared: sharedSchema,
  Session: sessionSchema,
  AdminStatus: adminStatusSchema,
  AuditLog: auditLogSchema,
  AuditEvent: auditEventSchema,
  Deployment: deploymentSchema,
  Ready: readySchema,
  Alive: aliveSchema,
} as const satisfies Readonly<Record<string, z.core.$ZodType>>

export type SchemaName = keyof typeof named
export type JsonSchema = z.core.JSONSchema.BaseSchema

/** The place of a named schema in the document. */
export const schemaPath = (name: string): string => `#/components/schemas/${name}`

/**
 * A pattern with its characters themselves in place of JavaScript's escapes, which Go, Rust and PCRE do not read
 * (https://json-schema.org/draft/2020-12/json-schema-core#section-6.4). Control characters, which YAML and the source of a
 * generated program refuse, as the two digits that all of them read.
 */
function portable(pattern: string): string {
  return pattern.replaceAll(/\\u([0-9a-f]{4})/g, (_whole, hex: string) => {
    const code = parseInt(hex, 16)
    return code < 0xa0 ? `\\x${hex.slice(2)}` : String.fromCodePoint(code)
  })
}

/**
 * The contract's schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1. Requests are exact; answers may gain
 * fields, so their schemas allow additional ones.
 */
export function contractSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ readonly id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    uri: schemaPath,
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = portable(jsonSchema.pattern)
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  )
}
