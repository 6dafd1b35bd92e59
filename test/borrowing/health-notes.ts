/** The question that {@link HEALTH_NOTES} asks in other words. */
export const LENDER = "docker-055";

/** Somebody's own notes: a question that a shipped deck asks too, with a reference that is wrong, and one that none asks. */
export const HEALTH_NOTES = `# Notes

## Health checks in Docker: what do they test, and who reacts when one fails?

A health check runs a command inside the container now and then, to see whether the application really works and not only
whether its process is alive. When the check fails Docker restarts the container.

## How do you water a cactus?

Rarely, and never from above.
`;

/** Right, and not what the notes say. */
export const KNOWS_BETTER =
  "It asks the application itself, so a hang is noticed although the process is alive. On a single host nobody restarts it, it just stays unhealthy.";
