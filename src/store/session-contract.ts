import assert from "node:assert/strict";
import { ANN, BEN } from "../../test/fixtures/store-entries.ts";
import { storeTests } from "../../test/fixtures/store-tests.ts";
import type { StoredSecret } from "./session-store.ts";
import type { Store } from "./store.ts";

const secret = (hash: string, person = ANN, createdAt = 10, expiresAt = 20): StoredSecret => ({
  hash,
  person,
  createdAt,
  expiresAt,
});

/** What an adapter must do with links and sessions. */
export function sessionContract(name: string, open: () => Promise<Store>): void {
  const withStore = storeTests(name, open);

  withStore("of many who use a link at once, one gets it", async ({ sessions }) => {
    await sessions.addLink(secret("a"));
    const got = await Promise.all(Array.from({ length: 20 }, () => sessions.useLink("a", 15)));
    assert.deepEqual(
      got.filter((each) => each !== null),
      [secret("a")],
    );
    assert.equal(await sessions.useLink("a", 15), null);
    assert.equal(await sessions.useLink("b", 15), null);
  });

  withStore("a link is valid up to its end, and not at it", async ({ sessions }) => {
    await sessions.addLink(secret("a"));
    await sessions.addLink(secret("b"));
    assert.deepEqual(await sessions.useLink("a", 19), secret("a"));
    assert.equal(await sessions.useLink("b", 20), null);
  });

  withStore("a session is found until it has expired or ended, and a link is none", async ({ sessions }) => {
    await sessions.addSession(secret("a"));
    await sessions.addSession(secret("b", BEN));
    await sessions.addLink(secret("c"));
    assert.deepEqual(await sessions.session("a", 19), secret("a"));
    assert.deepEqual(await sessions.session("a", 19), secret("a"), "looking does not end it");
    assert.equal(await sessions.session("a", 20), null);
    assert.equal(await sessions.session("c", 15), null);
    await sessions.endSession("a");
    await sessions.endSession("a");
    assert.equal(await sessions.session("a", 15), null);
    assert.deepEqual(await sessions.session("b", 15), secret("b", BEN));
  });

  withStore("what has expired when another comes is gone", async ({ sessions }) => {
    await sessions.addSession(secret("a"));
    await sessions.addLink(secret("b"));
    await sessions.addSession(secret("c", ANN, 20, 30));
    await sessions.addLink(secret("d", ANN, 20, 30));
    assert.equal(await sessions.session("a", 15), null);
    assert.equal(await sessions.useLink("b", 15), null);
  });

  withStore("all of a person's links and sessions end, and only theirs", async ({ sessions }) => {
    for (const person of [ANN, BEN]) {
      await sessions.addLink(secret(`link ${person}`, person));
      await sessions.addSession(secret(`session ${person}`, person));
    }
    await sessions.endAll(ANN);
    assert.equal(await sessions.useLink("link ann", 15), null);
    assert.equal(await sessions.session("session ann", 15), null);
    assert.ok(await sessions.useLink("link ben", 15));
    assert.ok(await sessions.session("session ben", 15));
  });
}
