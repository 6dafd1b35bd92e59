import assert from "node:assert/strict";
import { after, test } from "node:test";
import { needs } from "../require.ts";

const before = process.env.VIVA_REQUIRE;
after(() => {
  if (before === undefined) delete process.env.VIVA_REQUIRE;
  else process.env.VIVA_REQUIRE = before;
});

test("needs: what is there is not skipped", () => {
  process.env.VIVA_REQUIRE = "there";
  assert.equal(needs("there", "apt-get install there", true), false);
});

test("needs: what is absent gives one line with the command that brings it", () => {
  process.env.VIVA_REQUIRE = "";
  const line = needs("viva-no-such-program", "apt-get install it");
  assert.match(String(line), /^viva-no-such-program is not here.*apt-get install it$/);
});

test("needs: what VIVA_REQUIRE names and is absent is a failure", () => {
  process.env.VIVA_REQUIRE = "tmux, viva-no-such-program";
  assert.throws(() => needs("viva-no-such-program", "apt-get install it"), /VIVA_REQUIRE/);
});
