import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, replacesAnswer } from './faults.ts';
import type { JournalEntry } from './journal.ts';
import type { SimulatedAnswer } from './request.ts';

/** An answer as it goes over the wire. */
interface Wire {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const DRIP_PIECES = 40;
const BLOCK = 256 * 1024;

/** Writes the answer, or what a fault makes of it, and completes the journal's entry before the client can see it. */
export async function deliver(
  response: ServerResponse,
  answer: SimulatedAnswer,
  fault: Fault | null,
  entry: JournalEntry,
): Promise<void> {
  entry.fault = fault?.kind ?? null;
  entry.rows = replacesAnswer(fault) ? null : (answer.rows ?? null);
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'delay') await sleep(fault.milliseconds);
  const wire = spoiled(encode(answer), fault);
  entry.status = wire.status;
  entry.bytes = wire.body.length;
  if (response.destroyed) return;
  if (fault?.kind === 'oversized') return oversized(response, wire, fault.bytes, entry);
  if (fault?.kind === 'trickle') return trickle(response, wire, fault.everyMs);
  if (fault?.kind === 'resetInBody') return resetInBody(response, wire);
  if (fault?.kind === 'wrongLength') return wrongLength(response, wire);
  if (fault?.kind === 'drip') return drip(response, wire, fault.milliseconds);
  response.writeHead(wire.status, { ...wire.headers, ...lengthOf(wire) });
  response.end(wire.body);
}

function lengthOf(wire: Wire): Record<string, string> {
  return wire.status === 304 || wire.status === 204 ? {} : { 'Content-Length': String(wire.body.length) };
}

function encode(answer: SimulatedAnswer): Wire {
  const { status, headers = {} } = answer;
  if (answer.html !== undefined) {
    return {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
      body: Buffer.from(answer.html),
    };
  }
  if (answer.body === undefined) return { status, headers, body: Buffer.alloc(0) };
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(answer.body)),
  };
}

function spoiled(wire: Wire, fault: Fault | null): Wire {
  switch (fault?.kind) {
    case 'status':
      return encode({ status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? { Error: true } });
    case 'truncated':
      return { ...wire, body: wire.body.subarray(0, Math.floor(wire.body.length / 2)) };
    case 'html':
      return encode({ status: fault.status ?? 200, html: '<html><body><h1>Service page</h1></body></html>' });
    case 'plain':
      return {
        status: 200,
        headers: { 'Content-Type': fault.contentType ?? 'text/plain' },
        body: Buffer.from(fault.body),
      };
    case 'wrongShape':
      return encode({ status: 200, body: fault.body });
    case 'notModified':
      return { status: 304, headers: {}, body: Buffer.alloc(0) };
    case 'redirect':
      return { status: fault.status ?? 302, headers: { Location: fault.location }, body: Buffer.alloc(0) };
    default:
      return wire;
  }
}

/** Half of the announced length, then the end of the connection. */
function resetInBody(response: ServerResponse, wire: Wire): Promise<void> {
  response.writeHead(wire.status, { ...wire.headers, 'Content-Length': String(Math.max(2, wire.body.length)) });
  return new Promise((resolve) => {
    response.write(wire.body.subarray(0, Math.max(1, Math.floor(wire.body.length / 2))), () => {
      response.socket?.resetAndDestroy();
      resolve();
    });
  });
}

/** All of the body, and the end of the connection where more was announced. */
function wrongLength(response: ServerResponse, wire: Wire): Promise<void> {
  response.writeHead(wire.status, { ...wire.headers, 'Content-Length': String(wire.body.length + 50) });
  return new Promise((resolve) => {
    response.write(wire.body, () => {
      response.socket?.destroy();
      resolve();
    });
  });
}

/** Block by block, no more of it in memory than that; the journal tells how much was taken. */
async function oversized(response: ServerResponse, wire: Wire, bytes: number, entry: JournalEntry): Promise<void> {
  response.writeHead(wire.status, { ...wire.headers, 'Content-Length': String(bytes + wire.body.length) });
  const closed = new Promise((resolve) => response.once('close', resolve));
  for (entry.bytes = 0; entry.bytes < bytes && !response.destroyed; ) {
    const block = Buffer.alloc(Math.min(BLOCK, bytes - entry.bytes), ' ');
    const isTaken = response.write(block);
    entry.bytes += block.length;
    if (!isTaken) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), closed]);
  }
  if (response.destroyed) return;
  entry.bytes += wire.body.length;
  response.end(wire.body);
}

/** The body, and then white space, until the other side has had enough. */
function trickle(response: ServerResponse, wire: Wire, everyMs: number): void {
  response.writeHead(wire.status, wire.headers);
  let sent = 0;
  const timer = setInterval(() => {
    response.write(wire.body.subarray(sent, sent + 1).toString('latin1') || ' ');
    sent += 1;
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

async function drip(response: ServerResponse, wire: Wire, milliseconds: number): Promise<void> {
  response.writeHead(wire.status, { ...wire.headers, ...lengthOf(wire) });
  const size = Math.max(1, Math.ceil(wire.body.length / DRIP_PIECES));
  for (let from = 0; from < wire.body.length; from += size) {
    if (response.destroyed) return;
    response.write(wire.body.subarray(from, from + size));
    await sleep(milliseconds / DRIP_PIECES);
  }
  response.end();
}
