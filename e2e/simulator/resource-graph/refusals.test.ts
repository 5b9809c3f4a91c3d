import { expect, it } from 'vitest'
import { callRoute, jsonOf } from '../arm/test-context'
import { createWorld } from '../worlds/create'

it('refuses an unknown query in the words of Azure, with the place', async () => {
  const world = createWorld({ tenantId: 'e1', scenario: 'empty', seed: 1 })
  const response = await callRoute(world, 'resource-graph', {
    as: [{ scope: '/', actions: ['*/read'] }],
    body: { query: "resources\n| where type =~ 'x'\n| evaluate bag_unpack(tags)" },
  })
  expect(response.status).toBe(400)
  expect(jsonOf(response)).toMatchObject({
    error: {
      code: 'BadRequest',
      details: [
        { code: 'InvalidQuery' },
        { code: 'ParserFailure', line: 3, characterPositionInLine: 2, token: 'evaluate' },
      ],
    },
  })
})

it('refuses a body without a query', async () => {
  const world = createWorld({ tenantId: 'e2', scenario: 'empty', seed: 1 })
  expect((await callRoute(world, 'resource-graph', { body: { subscriptions: [] } })).status).toBe(400)
  expect((await callRoute(world, 'resource-graph', {})).status).toBe(400)
})

it('answers an empty tenant with no rows', async () => {
  const world = createWorld({ tenantId: 'e3', scenario: 'empty', seed: 1 })
  expect(jsonOf(await callRoute(world, 'resource-graph', { body: { query: 'resources | project id' } }))).toMatchObject(
    { totalRecords: 0, data: [] },
  )
})
