import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import type { Client } from 'pg'
import { asOwner, count, rows } from '../support/database'
import { filled, formsOf, send, type Form } from '../support/forms'
import { answered } from '../support/offers'
import { baseUrl } from '../support/people'
import { expect, test } from '../support/test'

test.use({ javaScriptEnabled: false })

async function freePort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  await new Promise((resolve) => listener.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A second process of the program, on the same database, that may be killed without harm to the other tests. */
async function startProgram(): Promise<{ program: ChildProcess; port: number }> {
  const port = await freePort()
  const program = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'], { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' })
  await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null))?.status, { timeout: 60_000 }).toBe(200)
  return { program, port }
}

/** Sends a form to the other process, as a load balancer at the usual address would. */
function sendTo(port: number, request: APIRequestContext, form: Form, cookie: string): Promise<APIResponse> {
  return send(request, { ...form, address: form.address.replace(baseUrl, `http://127.0.0.1:${port}`) }, { cookie, 'x-forwarded-host': new URL(baseUrl).host })
}

/** The process of the database that waits for what this transaction holds. */
async function waitingFor(holder: Client): Promise<number> {
  const find = async () => {
    const { rows: found } = await holder.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted AND transactionid = pg_current_xact_id()::xid`)
    return found[0]?.pid ?? 0
  }
  await expect.poll(find, { message: 'somebody waits', timeout: 30_000 }).toBeGreaterThan(0)
  return find()
}

async function stored(releaseId: string, supplierId: string) {
  return {
    assessments: await count('SELECT count(*) FROM assessment WHERE release_id = $1', [releaseId]),
    submissions: await count('SELECT count(*) FROM submission WHERE release_id = $1', [releaseId]),
    standards: await count('SELECT count(*) FROM submission_standard st JOIN submission s ON s.id = st.submission_id WHERE s.release_id = $1', [releaseId]),
    evidence: await count('SELECT count(*) FROM submission_evidence WHERE release_id = $1', [releaseId]),
    events: await count(`SELECT count(*) FROM audit_event WHERE body_id = $1 AND type = 'assessment.submitted'`, [supplierId]),
  }
}

const nothing = { assessments: 0, submissions: 0, standards: 0, evidence: 0, events: 0 }

test('a program that is killed in the middle of a submission leaves nothing of it, and the form can be sent again', async ({ page, context, asSupplier }) => {
  test.setTimeout(180_000)
  const { releaseId, evidence } = await answered(asSupplier)
  await page.goto(`/supplier/releases/${releaseId}/submit`)
  const [form] = await formsOf(page)
  const submission = filled(form!, { 'declaration[]': 'confirmed' })
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const { program, port } = await startProgram()
  try {
    await asOwner(async (holder) => {
      // Freezing what was sent needs this row, after the assessment and the submission are written: here it has to wait.
      await holder.query('BEGIN')
      await holder.query('SELECT FROM evidence_revision WHERE id = $1 FOR UPDATE', [evidence.revisionId])
      const answer = sendTo(port, context.request, submission, cookie).catch(() => null)
      const waiting = await waitingFor(holder)
      program.kill('SIGKILL')
      expect(await answer, 'the browser gets no answer').toBeNull()
      await holder.query('ROLLBACK')
      await expect.poll(() => count('SELECT count(*) FROM pg_stat_activity WHERE pid = $1', [waiting]), 'the work that was left behind').toBe(0)
    })
    expect(await stored(releaseId, asSupplier.bodyId)).toEqual(nothing)
    expect((await send(context.request, submission)).status()).toBe(303)
    const all = await stored(releaseId, asSupplier.bodyId)
    expect(all).toMatchObject({ assessments: 1, submissions: 1, events: 1 })
    expect(all.standards).toBeGreaterThan(5)
    expect(all.evidence).toBeGreaterThan(5)
  } finally {
    program.kill('SIGKILL')
  }
})

test('an answer that was lost on its way back is given again, and nothing is done twice', async ({ page, context, asSupplier }) => {
  test.setTimeout(180_000)
  const { releaseId } = await answered(asSupplier)
  await page.goto(`/supplier/releases/${releaseId}/submit`)
  const [form] = await formsOf(page)
  const submission = filled(form!, { 'declaration[]': 'confirmed' })
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const { program, port } = await startProgram()
  try {
    expect((await sendTo(port, context.request, submission, cookie)).status()).toBe(303)
    program.kill('SIGKILL')
    expect((await send(context.request, submission)).headers()['location']).toContain(`/supplier/releases/${releaseId}`)
    expect(await stored(releaseId, asSupplier.bodyId)).toMatchObject({ assessments: 1, submissions: 1, events: 1 })
    const [first] = await rows<{ status: string }>('SELECT status::text FROM assessment WHERE release_id = $1', [releaseId])
    expect(first?.status).toBe('submitted')
  } finally {
    program.kill('SIGKILL')
  }
})
