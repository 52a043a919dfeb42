/** Which nodes of a graph lead to each other. */
export interface Components {
  /** Whether a node leads back to itself. */
  isCircular(node: string): boolean;
  /** Whether each of two nodes leads to the other; a node is together with itself only if it is circular. */
  areTogether(left: string, right: string): boolean;
}

interface Visit {
  readonly node: string;
  readonly targets: readonly string[];
  next: number;
}

/** Finds the strongly connected components of a graph (Tarjan's algorithm, without recursion: graphs may be deep). */
export function connectedComponents(nodes: readonly string[], edges: (node: string) => readonly string[]): Components {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const component = new Map<string, string>();

  const lower = (node: string, value: number): void => {
    low.set(node, Math.min(low.get(node) ?? value, value));
  };
  const enter = (node: string): Visit => {
    order.set(node, order.size);
    lower(node, order.size - 1);
    open.push(node);
    return { node, targets: edges(node), next: 0 };
  };
  const close = (root: string): void => {
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      component.set(node, root);
      if (node === root) return;
    }
  };
  const search = (start: string): void => {
    const visits = [enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.targets[visit.next++];
      if (next === undefined) {
        visits.pop();
        const parent = visits.at(-1);
        const reached = low.get(visit.node) ?? 0;
        if (parent !== undefined) lower(parent.node, reached);
        if (reached === order.get(visit.node)) close(visit.node);
      } else if (!order.has(next)) {
        visits.push(enter(next));
      } else if (!component.has(next)) {
        lower(visit.node, order.get(next) ?? 0);
      }
    }
  };
  for (const node of nodes) if (!order.has(node)) search(node);

  const sizes = new Map<string, number>();
  for (const root of component.values()) sizes.set(root, (sizes.get(root) ?? 0) + 1);
  const isCircular = (node: string): boolean =>
    (sizes.get(component.get(node) ?? "") ?? 0) > 1 || edges(node).includes(node);
  return {
    isCircular,
    areTogether: (left, right) =>
      component.get(left) === component.get(right) && component.has(left) && (left !== right || isCircular(left)),
  };
}
