import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedGrader } from "../../test/fixtures/grader.ts";
import { parsePointId } from "../base/index.ts";
import type { Point } from "../deck/index.ts";
import type { Gradable, PointVerdict } from "./assessment.ts";
import { proposePoints } from "./propose-points.ts";

const grader = shippedGrader();

function point(
  id: string,
  text: string,
  variants: readonly string[] = [],
  weight: Point["weight"] = 1,
): Point {
  const parsed = parsePointId(id);
  if (!parsed.ok) throw new TypeError(parsed.problem);
  return { id: parsed.value, text, weight, variants };
}

function ask(title: string, points: readonly Point[], rest: Partial<Gradable> = {}): Gradable {
  return { title, body: "", answer: "", points, misconceptions: [], followUps: [], ...rest };
}

const verdictsOf = (question: Gradable, answer: string, earlier: readonly string[] = []): PointVerdict[] =>
  grader.assess(question, answer, earlier).verdicts.map((one) => one.verdict);

const machines = ask("What separates a container from a virtual machine?", [
  point("shared", "Containers share the kernel of the host."),
  point("guest", "A virtual machine boots a full guest operating system."),
  point("overhead", "Virtual machines cost more memory than containers."),
]);

const methods = ask("What do the HTTP methods mean?", [
  point("get", "GET retrieves a resource."),
  point("post", "POST creates a resource."),
  point("status", "A created resource is answered with 201."),
]);

for (const [question, answer, verdicts] of [
  [machines, "VMs boot their own complete guest OS.", ["missing", "covered", "missing"]],
  [machines, "Containers do not share the kernel of the host.", ["contradicted", "missing", "missing"]],
  [machines, "Containers cost more memory than virtual machines.", ["missing", "missing", "contradicted"]],
  [machines, "Containers cost less memory than virtual machines.", ["missing", "missing", "not accused"]],
  [
    machines,
    "Some say that containers boot a full guest operating system.",
    ["missing", "missing", "missing"],
  ],
  [methods, "GET reads a resource, POST makes a new one.", ["covered", "covered", "missing"]],
  [methods, "GET creates a resource.", ["contradicted", "missing", "partly or missing"]],
  [methods, "A created resource is answered with 404.", ["missing", "partly or missing", "contradicted"]],
  [methods, "GET retreives a resource", ["covered", "missing", "missing"]],
  [methods, "constructor __proto__ toString hasOwnProperty", ["missing", "missing", "missing"]],
] as const) {
  test(`${JSON.stringify(answer)} is ${verdicts.join(", ")}`, () => {
    for (const [i, verdict] of verdictsOf(question, answer).entries()) {
      const wanted = verdicts[i] ?? "";
      if (wanted === "not accused") assert.notEqual(verdict, "contradicted");
      else assert.ok(wanted.split(" or ").includes(verdict), `point ${i}: ${verdict}, wanted ${wanted}`);
    }
  });
}

test("a clause that only names the subject carries the predicate of the one before, turned round by a not", () => {
  const question = ask("How do lists and tuples differ?", [
    point("list", "Lists can be changed."),
    point("tuple", "Tuples cannot be changed."),
  ]);
  assert.deepEqual(verdictsOf(question, "A list can be changed, a tuple can't."), ["covered", "covered"]);
});

const templates = ask(
  "A colleague mixes up two words. How do they relate?",
  [
    point("instance", "A container is a running instance of an image.", [
      "you start it from a template that never changes",
      "the image is like a class and the container like an object of it",
    ]),
  ],
  {
    misconceptions: [
      {
        point: point("instance", "").id,
        claim: "An image is a running instance of a container.",
        correction: "It is the other way round.",
      },
    ],
  },
);

test("the words of the truth in the order of the misconception are the misconception", () => {
  assert.deepEqual(verdictsOf(templates, "An image is a running instance of some container."), [
    "contradicted",
  ]);
  assert.deepEqual(verdictsOf(templates, "The container is a running instance of some image."), ["covered"]);
});

test("calling a misconception untrue says the point", () => {
  const denial = "It is a myth that an image is a running instance of a container.";
  assert.deepEqual(verdictsOf(templates, denial), ["covered"]);
});

test("words from several wordings of a point say it together", () => {
  const mixed = ask("How do a tin and a cake relate?", [
    point("one", "A container is an instance created from an image.", [
      "the image is the blueprint from which it gets baked",
      "docker run turns the package on disk into a live process",
    ]),
    point("two", "Deleting leaves the volume alone.", ["your database survives"]),
  ]);
  assert.notEqual(verdictsOf(mixed, "docker creates a live instance using the blueprint")[0], "missing");
  assert.notEqual(verdictsOf(mixed, "docker creates a stream")[0], "covered");
});

test("what is true of a sibling contradicts the point it is said of", () => {
  const question = ask("How do you tell the two apart?", [
    point("authn", "Authentication verifies the identity of the caller."),
    point("authz", "Authorization decides which actions are permitted."),
  ]);
  assert.deepEqual(verdictsOf(question, "Authentication decides which actions are permitted."), [
    "contradicted",
    "missing",
  ]);
});

test("a prompt copied back says nothing, though the point consists of its words", () => {
  const question = ask("Does a container share the kernel of the host?", [
    point("yes", "A container shares the kernel of the host."),
  ]);
  assert.deepEqual(verdictsOf(question, "Does a container share the kernel of the host?"), ["missing"]);
  assert.deepEqual(verdictsOf(question, "Yes, the kernel is shared by the container and its host."), [
    "covered",
  ]);
});

test("a wording of small words alone is recognised when it is said word for word", () => {
  const question = ask("What does a decorator do?", [
    point("wrap", "A decorator replaces a callable by a wrapper.", ["it goes in and comes out as the same"]),
  ]);
  assert.deepEqual(verdictsOf(question, "it goes in and comes out as the same"), ["covered"]);
  assert.deepEqual(verdictsOf(question, "the same goes for what comes in"), ["partly"]);
});

test("a named subject without its predicate is half said at most", () => {
  const { score, label } = grader.assess(machines, "Containers share something.");
  assert.ok(score > 0 && score < 0.2, `${score}`);
  assert.equal(label, "missing");
});

test("a covered point stays covered, with its evidence, when a later turn says less of it", () => {
  const first = "POST creates a resource.";
  const { verdicts } = grader.assess(methods, "POST does something with a resource.", [first]);
  assert.equal(verdicts[1]?.verdict, "covered");
  assert.equal(verdicts[1]?.evidence?.turn, 0);
});

test("evidence is the clause, without the word that joins it", () => {
  const { verdicts } = grader.assess(
    methods,
    "I am not sure about GET, but POST creates a resource, I guess",
  );
  assert.equal(verdicts[1]?.evidence?.text, "POST creates a resource");
});

test("only some of what a reference lists is wanted when the question says how many", () => {
  const question = ask("Name two ways to keep a secret out of an image.", [], {
    answer: "- mount it at run time\n- ask a vault service\n- pass it by build secret\n- use swarm secrets",
  });
  const { score, followUp } = grader.assess(question, "Mount it at run time. Or ask a vault service.");
  assert.equal(score, 1);
  assert.equal(followUp, null);
  const proposed = { ...question, points: proposePoints(question) };
  assert.equal(grader.assess(proposed, "Mount it at run time. Or ask a vault service.").score, 1);
  const written = {
    ...question,
    points: [point("one", "Use swarm secrets."), point("two", "Ask a vault."), point("three", "Mount it.")],
  };
  assert.ok(grader.assess(written, "Mount it. Ask a vault.").score < 1);
});

const revocation = ask(
  "How can a JWT be taken back before it expires?",
  [
    point("short-life", "Access tokens live for minutes only.", [
      "the token only works for five minutes or so",
    ]),
    point("deny-list", "The ids of revoked tokens are looked up on each request.", [], 2),
  ],
  {
    followUps: [
      { point: point("short-life", "").id, text: "How long would you let it live?" },
      { point: "*", text: "What would make you give up stateless checks?" },
    ],
  },
);

test("a short reply to a follow-up is enough, and a wrong one is not", () => {
  const first = "The ids of revoked tokens are looked up on each request.";
  assert.equal(grader.assess(revocation, first).followUp?.point, "short-life");
  assert.equal(verdictsOf(revocation, "five minutes", [first])[0], "covered");
  assert.equal(verdictsOf(revocation, "it lives for an hour", [first])[0], "partly");
  assert.notEqual(verdictsOf(revocation, "with a signature", [first])[0], "covered");
});

test("a point without a follow-up of its author gets a neutral one that holds none of its words", () => {
  const { followUp } = grader.assess(revocation, "I don't know");
  assert.equal(followUp?.point, "deny-list");
  assert.doesNotMatch(followUp?.text ?? "", /\b(ids?|revoked|tokens?|looked|request)\b/i);
});

test("a made-up follow-up avoids a point's words whatever they are", () => {
  const question = ask("What now?", [
    point(
      "all",
      "Think what mattered, says a colleague, and explain a surprising fact to a newcomer or critical listener.",
      [],
      1,
    ),
  ]);
  const { followUp } = grader.assess(question, "");
  assert.doesNotMatch(
    followUp?.text ?? "",
    /\b(think|mattered|colleague|explanation|surprise|fact|newcomer|listener)\b/,
  );
});

test("no point is asked for twice, and at the end nothing is left to ask", () => {
  const asked = new Set<string>();
  const turns: string[] = [];
  for (let i = 0; i < 8; i++) {
    const { followUp } = grader.assess(revocation, "I don't know", turns);
    if (followUp === null) break;
    const key = `${followUp.point}: ${followUp.text}`;
    assert.ok(!asked.has(key), key);
    asked.add(key);
    turns.push("I don't know");
  }
  assert.ok(turns.length < 8);
});

test("weights decide the score, and a bonus adds nothing", () => {
  const weighted = ask("What do HTTP methods mean?", [
    point("get", "GET retrieves a resource.", [], 3),
    point("post", "POST creates a resource.", [], 1),
    point("head", "HEAD retrieves the headers alone.", [], "bonus"),
  ]);
  assert.equal(grader.assess(weighted, "GET retrieves a resource.").score, 0.75);
  assert.equal(
    grader.assess(weighted, "POST creates a resource. HEAD retrieves the headers alone.").score,
    0.25,
  );
});

test("the judge is surer of a full claim than of half a one", () => {
  const full = grader.assess(machines, "Containers share the kernel of the host.");
  const half = grader.assess(machines, "Containers share something.");
  assert.ok(full.doubt < half.doubt);
});

test("an answer of 100 kB takes less than a fifth of a second of work", () => {
  const long = "Containers share the kernel of the host, and a machine boots. ".repeat(1700);
  const before = process.cpuUsage();
  grader.assess(machines, long);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 1_000_000, "five times the budget, for a busy machine");
});

test("what is said to be amiss does not contradict a point that says what has to be done", () => {
  const question = ask("Nobody reaches the server. Why?", [
    point("publish", "The port has to be published at the start."),
  ]);
  assert.notEqual(verdictsOf(question, "The port was not published at the start.")[0], "contradicted");
  assert.equal(verdictsOf(question, "The port need not be published at the start.")[0], "contradicted");
});

test("a list of names says no point", () => {
  const names = "Containers and hosts, kernel sharing, guest systems, full boot, memory cost, hypervisors";
  assert.deepEqual(verdictsOf(machines, names), ["missing", "missing", "missing"]);
});

const boots = ask(
  "What separates a container from a virtual machine?",
  [
    point("guest", "A virtual machine boots a full guest operating system."),
    point("overhead", "A container starts faster than a virtual machine."),
  ],
  {
    misconceptions: [
      {
        point: point("overhead", "x").id,
        claim:
          "A container takes as long to start as a virtual machine because it has to boot an operating system.",
        correction: "Nothing boots in a container.",
      },
    ],
  },
);

test("a misconception about containers is not held by who says the same of virtual machines", () => {
  assert.notEqual(
    verdictsOf(boots, "A virtual machine boots a whole guest operating system.")[1],
    "contradicted",
  );
  const held = "A container takes as long to start, because it boots an operating system too.";
  assert.equal(verdictsOf(boots, held)[1], "contradicted");
});
