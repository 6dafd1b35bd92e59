import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, type PersonId } from "../base/index.ts";
import { memoryStore } from "../store/index.ts";
import { endSession, newLink, openSession, sessionOf } from "./local-sign-in.ts";

const ADA = "ada" as PersonId;

function place() {
  const { sessions } = memoryStore({ device: "test" });
  const clock = { now: 1_000_000 };
  return { sessions, clock, door: { sessions, clock: () => clock.now } };
}

test("sign-in: a link opens one session, of the person it was made for", async () => {
  const { door } = place();
  const link = await newLink(door, ADA);
  const { token, person, expiresAt } = await openSession(door, link);
  assert.equal(person, ADA);
  assert.deepEqual(await sessionOf(door, token), { person, expiresAt });
  await assert.rejects(openSession(door, link), { code: "VIVA_LINK_INVALID" });
});

test("sign-in: of ten who try one link at once, one gets in", async () => {
  const { door } = place();
  const link = await newLink(door, ADA);
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => openSession(door, link)));
  assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
});

for (const [what, link] of [
  ["nothing", ""],
  ["one that never was", "A".repeat(43)],
  ["something long", "x".repeat(1_000_000)],
] as const) {
  test(`sign-in: ${what} is no link and no token`, async () => {
    const { door } = place();
    await newLink(door, ADA);
    await assert.rejects(openSession(door, link), { code: "VIVA_LINK_INVALID" });
    assert.equal(await sessionOf(door, link), null);
  });
}

test("sign-in: a link lasts twelve hours, a session thirty days", async () => {
  const { clock, door } = place();
  const late = await newLink(door, ADA);
  const soon = await newLink(door, ADA);
  clock.now += DAY_MS / 2 - 1;
  const { token } = await openSession(door, soon);
  clock.now += 1;
  await assert.rejects(openSession(door, late), { code: "VIVA_LINK_INVALID" });
  clock.now += 30 * DAY_MS - 2;
  assert.notEqual(await sessionOf(door, token), null);
  clock.now += 1;
  assert.equal(await sessionOf(door, token), null);
});

test("sign-in: an ended session is over, another of the same person goes on", async () => {
  const { door } = place();
  const [one, two] = await Promise.all([1, 2].map(async () => openSession(door, await newLink(door, ADA))));
  await endSession(door, one?.token ?? "");
  await endSession(door, one?.token ?? "");
  assert.equal(await sessionOf(door, one?.token ?? ""), null);
  assert.notEqual(await sessionOf(door, two?.token ?? ""), null);
});

test("sign-in: a link is no token and a token no link", async () => {
  const { door } = place();
  const link = await newLink(door, ADA);
  assert.equal(await sessionOf(door, link), null);
  const { token } = await openSession(door, link);
  await assert.rejects(openSession(door, token), { code: "VIVA_LINK_INVALID" });
});

test("sign-in: secrets have 256 bits, never the same, and are not what is kept", async () => {
  const kept: string[] = [];
  const { door } = place();
  const { sessions, clock } = door;
  const watching = {
    ...sessions,
    addLink: async (link: Parameters<typeof sessions.addLink>[0]) => {
      kept.push(JSON.stringify(link));
    },
  };
  const links = await Promise.all([1, 2, 3].map(() => newLink({ sessions: watching, clock }, ADA)));
  assert.equal(new Set(links).size, 3);
  for (const link of links) {
    assert.match(link, /^[\w-]{43}$/);
    assert.ok(!kept.join().includes(link));
  }
});
