import { Type } from "typebox";
import { component } from "./common.ts";

export const Health = Type.Object(
  { name: Type.Literal("vivarium"), status: Type.Literal("ok") },
  { ...component("Health", "All is well"), examples: [{ name: "vivarium", status: "ok" }] },
);
