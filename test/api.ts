import assert from "node:assert/strict";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { Compile } from "typebox/compile";
import { type AppParts, buildApp, loopbackHosts, openApiDocument, type World } from "../src/api/index.ts";
import type { DeckName } from "../src/base/index.ts";
import { packageRoot } from "../src/cli/package-root.ts";
import { parseQuestion, type Question } from "../src/deck/index.ts";
import {
  LOCAL_OWNER,
  memoryWorkplace,
  newLink,
  secureRandom,
  type Workplace,
} from "../src/practice/index.ts";
import { memoryDeckStore } from "../src/store/index.ts";

export const HOST = "localhost:4280";
/** 24 November 2026, nine in the morning UTC. */
export const NOW = Date.UTC(2026, 10, 24, 9);

/** A question as its deck file has it, with two points. */
export function question(id: string, { section = "Images", body = "" } = {}): Question {
  const parsed = parseQuestion(
    "q.md",
    `---
id: ${id}
section: ${section}
level: 1
tags: [image, layers]
related: [docker-002]
---

# How do an image and a container relate, asks ${id}?
${body}
## Answer

An image is a stack of read-only layers; a container adds a layer that can be written to.

## Points

- **read-only** (2): An image is a stack of read-only layers.
  - images never change once they are built
- **writable** (1): A container adds a writable layer on top.

## Misconceptions

- read-only: Images can be edited in place. → A change makes a new layer.

## Follow-ups

- writable: Where does what a container writes go?
`,
  );
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.question;
}

/** A workplace in memory with one deck of these questions. Time goes on by hand. */
export async function memoryPlace(
  questions: readonly Question[] = [question("docker-001")],
  name = "docker",
) {
  const decks = memoryDeckStore();
  const info = {
    name: name as DeckName,
    title: "Docker",
    licence: "MIT",
    language: "en",
    sections: ["Images", "Networks"],
    terms: [],
    text: "For those who begin.",
  };
  await decks.save({ info: info, questions: questions }, "new");
  const time = { now: NOW };
  const workplace = memoryWorkplace({
    decks,
    root: packageRoot(),
    clock: () => time.now,
    random: secureRandom(),
  });
  return { workplace, time };
}

/** What is asked of an application in a test. */
export interface Ask extends Omit<InjectOptions, "path"> {
  /** Left out: signed in; null: not; or a cookie. */
  readonly cookie?: string | null;
}

/** An application over one workplace in memory, somebody who is signed in, and what was logged. */
export async function apiOver(workplace: Workplace, parts: Partial<AppParts> = {}) {
  const logged: string[] = [];
  const app = await buildApp({
    worldOf: () => ({ workplace }),
    page: null,
    hosts: () => loopbackHosts(4280),
    log: (line) => logged.push(line),
    ...parts,
  });
  const signedIn = await signIn({ workplace }, (ask) => app.inject(ask));
  /** Asks, and holds the answer against the OpenAPI document. */
  const ask = async (
    method: NonNullable<Ask["method"]>,
    url: string,
    { cookie = signedIn, ...more }: Ask = {},
  ) => {
    const headers = { host: HOST, ...(cookie !== null && { cookie }), ...more.headers };
    const answer = await app.inject({ ...more, method, url, headers });
    await checkAnswer(method, url, answer);
    return answer;
  };
  return { app, workplace, logged, ask, cookie: signedIn };
}

/** As {@link apiOver}, over a workplace of its own. */
export async function api(questions?: readonly Question[]) {
  const { workplace, time } = await memoryPlace(questions);
  return { ...(await apiOver(workplace)), time };
}

/** Trades a new link for the cookie of a session. */
export async function signIn(
  { workplace }: Pick<World, "workplace">,
  inject: (ask: InjectOptions) => Promise<LightMyRequestResponse>,
  headers: Record<string, string> = {},
): Promise<string> {
  const link = await newLink(workplace, LOCAL_OWNER);
  const answer = await inject({
    method: "POST",
    url: "/v1/sessions",
    headers: { host: HOST, ...headers },
    payload: { link },
  });
  assert.equal(answer.statusCode, 201, answer.body);
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}

let described: Promise<Record<string, never>> | null = null;

/** The OpenAPI document, with every reference replaced by what it refers to, and keys that are not listed refused. */
export function strictDocument(): Promise<Record<string, never>> {
  described ??= openApiDocument().then((document) => strict(document, document));
  return described;
}

// biome-ignore lint/suspicious/noExplicitAny: a JSON document is walked by its keys, and a wrong key fails the test
export function strict(value: any, document: any): any {
  if (Array.isArray(value)) return value.map((each) => strict(each, document));
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$ref === "string") {
    const name = value.$ref.replace("#/components/schemas/", "");
    return strict(document.components.schemas[name], document);
  }
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, strict(each, document)]));
  // TypeBox knows no formats of OpenAPI; times are checked where they are made.
  if (inner.format === "date-time") delete inner.format;
  return inner.type === "object" && inner.properties !== undefined
    ? { ...inner, additionalProperties: false }
    : inner;
}

/** The path of the document that an address belongs to. */
export function templateOf(paths: object, url: string): string | undefined {
  const parts = (url.split("?")[0] ?? "").split("/");
  return Object.keys(paths).find((template) => {
    const wanted = template.split("/");
    return (
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith("{") || part === parts[at])
    );
  });
}

async function checkAnswer(method: string, url: string, answer: LightMyRequestResponse): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const { paths } = (await strictDocument()) as any;
  const operation = paths[templateOf(paths, url) ?? ""]?.[method.toLowerCase()];
  const status = answer.statusCode;
  if (operation === undefined || status === 304) return;
  const declared = operation.responses[status];
  assert.ok(
    declared !== undefined,
    `${method} ${url} answered ${status}, which it does not declare: ${answer.body}`,
  );
  if (declared.content === undefined) return assert.equal(answer.body, "");
  const [type] = Object.keys(declared.content);
  assert.match(String(answer.headers["content-type"]), new RegExp(`^${type?.replace("+", "\\+")}`));
  const check = Compile(declared.content[type ?? ""].schema);
  const body = answer.json();
  assert.ok(check.Check(body), `${method} ${url}: ${JSON.stringify(check.Errors(body).slice(0, 3))}`);
}
