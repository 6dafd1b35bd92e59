import { QueryClient, QueryObserver, type QueryObserverResult } from "@tanstack/query-core";
import { useState } from "preact/hooks";
import { isAway } from "./away.ts";
import { useOnce, useWhen } from "./use-when.ts";

/** What the page has read from its server, kept while the page is open. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Everything can change by what is done here or in a terminal: looked at again when it comes into view.
      staleTime: 2000,
      retry: (failures, error) => isAway(error) && failures < 3,
      networkMode: "always",
    },
  },
});
queries.mount();

/** Reads something of the server and follows it; the same key is the same thing. */
export function useQuery<T>(
  queryKey: readonly unknown[],
  queryFn: () => Promise<T>,
): QueryObserverResult<T, Error> {
  const options = { queryKey, queryFn };
  const [observer] = useState(() => new QueryObserver<T, Error>(queries, options));
  const [, renderAgain] = useState({});
  useOnce(() => observer.subscribe(() => renderAgain({})));
  useWhen(JSON.stringify(queryKey), () => observer.setOptions(options));
  return observer.getOptimisticResult(queries.defaultQueryOptions(options));
}
