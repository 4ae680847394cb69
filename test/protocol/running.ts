import assert from 'node:assert/strict';
import type { CancellationToken } from 'vscode-languageserver/node';
import {
  type ApprovedRun,
  prepareRunRequest,
  type RunPlan,
  type RunReport,
  type RunRequest,
  runRequest,
} from '../../server/protocol';
import type { Client } from './client';

type ReadyPlan = Extract<RunPlan, { kind: 'ready' }>;

export function prepare(client: Client, request: RunRequest): Promise<RunPlan> {
  return client.connection.sendRequest<RunPlan>(prepareRunRequest, request);
}

export async function readyPlan(client: Client, request: RunRequest): Promise<ReadyPlan> {
  const plan = await prepare(client, request);
  assert.ok(plan.kind === 'ready', JSON.stringify(plan));
  return plan;
}

/** What a user who says yes to the plan sends. */
export async function approve(client: Client, request: RunRequest): Promise<ApprovedRun> {
  const { approvalId } = await readyPlan(client, request);
  return { ...request, approvalId };
}

export function run(client: Client, approved: ApprovedRun, token?: CancellationToken): Promise<RunReport> {
  const { connection } = client;
  return token
    ? connection.sendRequest<RunReport>(runRequest, approved, token)
    : connection.sendRequest<RunReport>(runRequest, approved);
}
