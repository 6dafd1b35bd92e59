import assert from "node:assert/strict";
import { test } from "node:test";
import { isChrome } from "./page-chrome.ts";

for (const line of [
  "Skip to content",
  "  Skip to main content ",
  "Table of contents",
  "Share this post",
  "Related posts",
  "Leave a comment",
  "3 Comments",
  "© 2024 Acme",
  "Copyright 2024 Acme. All rights reserved.",
  "We use cookies to give you the best experience. Read our Cookie Policy.",
  "Home | Courses | About",
  "12 min read",
  "March 3, 2024",
  "By Jane Roe | Updated today",
  "« Previous post",
  "https://example.org/a",
  "Pular para o conteúdo",
  "返回顶部",
]) {
  test(`${JSON.stringify(line)} is page furniture`, () => {
    assert.equal(isChrome(line), true);
  });
}

for (const line of [
  "",
  "Docker",
  "API design",
  "Cookies are sent with every request.",
  "Share nothing architectures scale well.",
  "Home directories belong to their user.",
  "By default nothing is kept.",
  "May 4 processes run at once?",
  "a | b",
]) {
  test(`${JSON.stringify(line)} is content`, () => {
    assert.equal(isChrome(line), false);
  });
}
