import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, median, on, program, ROUNDS, root, starts } from "./programs.ts";
import { type Answer, requestCost, type Target } from "./request-cost.ts";
import type { Row } from "./table.ts";

/** After the link is printed, until the memory is looked at: what starts late has started then. */
const IDLE_MS = 300;
const LIST = "/v1/decks/docker/questions?limit=20";

// Answers everything with the headers and the body in a file.
const HTTP = `import { readFileSync } from "node:fs";
import { createServer } from "node:http";
const { headers, body } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const server = createServer((_, response) => response.writeHead(200, headers).end(body));
server.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port));
`;

/** The server: its start, what it holds when idle, and a request of it, beside a server of Node's own. */
export async function serverRows(): Promise<Row[]> {
  const serve = on(process.execPath, join(root, "bin/viva.mjs"), "serve", "--port", "0");
  const file = join(folder, "answer.json");
  const bare = on(process.execPath, program("http.mjs", HTTP), file);
  writeFileSync(file, '{ "headers": {}, "body": "{}" }');
  const of = await starts([bare, serve], IDLE_MS);

  const list = await rounds(() => requestCost(serve, signedIn));
  writeFileSync(file, answerText(list.answer));
  const same = await rounds(() =>
    requestCost(bare, async (line) => ({ url: line.trim() + LIST, headers: {} })),
  );
  const beside = (measured: number) => ({ name: "node:http", measured });
  return [
    {
      what: "viva serve: spawn to the printed link",
      unit: "ms",
      budget: 700,
      measured: of(1, "ms"),
      peer: beside(of(0, "ms")),
    },
    {
      what: "  its memory when idle",
      unit: "MB",
      budget: 120,
      measured: of(1, "megabytes"),
      peer: beside(of(0, "megabytes")),
    },
    {
      what: "  a list of 20 questions, signed in: a request",
      unit: "ms CPU",
      budget: 1,
      measured: list.ms,
      peer: { name: "node:http, same bytes", measured: same.ms },
    },
  ];
}

async function rounds(measure: () => Promise<{ ms: number; answer: Answer }>) {
  const seen = [];
  for (let round = 0; round < ROUNDS; round++) seen.push(await measure());
  const [first] = seen;
  if (first === undefined) throw new Error("nothing was measured");
  return { ms: median(seen.map(({ ms }) => ms)), answer: first.answer };
}

const signedIn: Target = async (line, send) => {
  const link = new URL(line.match(/http:\S+/)?.[0] ?? "");
  const answer = await send(`${link.origin}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ link: link.hash.replace("#link=", "") }),
  });
  const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0];
  if (cookie === undefined) throw new Error(`no session: ${answer.status} ${answer.body}`);
  return { url: link.origin + LIST, headers: { cookie } };
};

function answerText({ headers, body }: Answer): string {
  const { date: _, connection: __, "keep-alive": ___, ...kept } = headers;
  return JSON.stringify({ headers: kept, body: body.toString() });
}
