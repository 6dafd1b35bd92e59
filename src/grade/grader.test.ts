import { shippedGrader } from "../../test/fixtures/grader.ts";
import { graderContract } from "./grader-contract.ts";

graderContract("the judge by words", shippedGrader);
