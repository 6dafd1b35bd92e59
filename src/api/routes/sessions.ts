import { Type } from "typebox";
import { endSession, openSession } from "../../practice/index.ts";
import type { Api } from "../api.ts";
import { isoOf } from "../instant.ts";
import { problems } from "../schemas/problem.ts";
import { NewSession, Session, type SessionView } from "../schemas/session.ts";
import { clearSessionCookie, setSessionCookie } from "../sign-in.ts";
import { notSignedIn, type SignedIn, type World } from "../world.ts";

const tags = ["Sessions"];

/** How one gets in; the only part of `/v1` beside the OpenAPI document that asks for no session. */
export function signInRoutes(api: Api): void {
  api.post(
    "/sessions",
    {
      schema: {
        operationId: "openSession",
        summary: "Trade a sign-in link for a session",
        description: "Sets a cookie that browsers send back by themselves. A link works once.",
        tags,
        security: [],
        body: NewSession,
        response: { 201: Session, ...problems(401) },
      },
    },
    async (request, reply) => {
      const session = await openSession(request.world.workplace, request.body.link);
      setSessionCookie(request, reply, session);
      return reply
        .code(201)
        .header("location", "/v1/sessions/current")
        .send(await viewOf(request.world, session));
    },
  );
}

/** The session of the request. */
export function sessionRoutes(api: Api): void {
  api.get(
    "/sessions/current",
    {
      schema: {
        operationId: "getSession",
        summary: "Who is signed in",
        tags,
        response: { 200: Session },
      },
    },
    async ({ world }) => {
      if (world.signedIn === null) throw notSignedIn();
      return viewOf(world, world.signedIn);
    },
  );
  api.delete(
    "/sessions/current",
    {
      schema: {
        operationId: "endSession",
        summary: "Sign out",
        tags,
        response: { 204: Type.Null({ description: "Signed out" }) },
      },
    },
    async (request, reply) => {
      const { signedIn, workplace } = request.world;
      if (signedIn === null) throw notSignedIn();
      await endSession(workplace, signedIn.token);
      clearSessionCookie(request, reply);
      return reply.code(204).send(null);
    },
  );
}

async function viewOf(
  { workplace }: Pick<World, "workplace">,
  { person, expiresAt }: Omit<SignedIn, "token">,
): Promise<SessionView> {
  const rater = await workplace.rater();
  return { person, expiresAt: isoOf(expiresAt), secondRater: rater === null ? null : { ...rater.about } };
}
