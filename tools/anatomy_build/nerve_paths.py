"""The centre line of a nerve: a tube mesh reduced to a path with a width."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from .meshes import Mesh

BIN_MM = 9.0


def centre_lines(mesh: Mesh, start: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Lines ``(n, 3)`` and radii ``(n,)``, mm, of a branching tube, trunk first.

    The vertices are cut into slices by their distance along the tube from the end nearest to
    ``start``; the connected parts of a slice are one ring each, and rings of neighbouring slices
    that share an edge are joined.
    """
    graph = _welded(mesh)
    points = graph[1]
    edges = graph[0]
    lengths = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1) + 1e-6
    n = len(points)
    net = csr_matrix((lengths, (edges[:, 0], edges[:, 1])), shape=(n, n))
    net = net + net.T
    _, piece = connected_components(net, directed=False)
    lines = []
    for number in np.unique(piece):
        members = np.flatnonzero(piece == number)
        root = members[np.argmin(np.linalg.norm(points[members] - start, axis=1))]
        far = dijkstra(net, indices=root)[members]
        lines += _trace(points, edges, members, far)
    return sorted(lines, key=lambda line: -_length(line[0]))


def _length(line: np.ndarray) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def _welded(mesh: Mesh) -> tuple[np.ndarray, np.ndarray]:
    points, inverse = np.unique(np.round(mesh.vertices, 2), axis=0, return_inverse=True)
    faces = inverse.reshape(-1)[mesh.faces]
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges = np.unique(np.sort(edges, axis=1), axis=0)
    return edges[edges[:, 0] != edges[:, 1]], points


def _trace(points: np.ndarray, edges: np.ndarray, members: np.ndarray, far: np.ndarray) -> list:
    slice_of = np.full(len(points), -1)
    slice_of[members] = (far / BIN_MM).astype(int)
    inside = (slice_of[edges] >= 0).all(axis=1)
    own = edges[inside]
    level = own[slice_of[own[:, 0]] == slice_of[own[:, 1]]]
    n = len(points)
    net = csr_matrix((np.ones(len(level)), (level[:, 0], level[:, 1])), shape=(n, n))
    _, ring = connected_components(net, directed=False)
    ids = {r: i for i, r in enumerate(np.unique(ring[members]))}
    ring_of = np.array([ids.get(r, -1) for r in ring])
    count = len(ids)
    centre = np.array([points[(ring_of == i) & (slice_of >= 0)].mean(axis=0) for i in range(count)])
    radius = np.array(
        [
            np.linalg.norm(points[(ring_of == i) & (slice_of >= 0)] - centre[i], axis=1).mean()
            for i in range(count)
        ]
    )
    depth = np.array([slice_of[(ring_of == i) & (slice_of >= 0)][0] for i in range(count)])
    parent = np.full(count, -1)
    for a, b in own:
        ra, rb = ring_of[a], ring_of[b]
        if depth[ra] < depth[rb]:
            parent[rb] = ra
        elif depth[rb] < depth[ra]:
            parent[ra] = rb
    return _chains(centre, radius, depth, parent)


def _chains(centre: np.ndarray, radius: np.ndarray, depth: np.ndarray, parent: np.ndarray) -> list:
    """Longest chain from each leaf up to the first ring that is already used."""
    leaves = sorted(set(range(len(parent))) - set(parent.tolist()), key=lambda r: (-depth[r], r))
    used: set[int] = set()
    lines = []
    for leaf in leaves:
        chain = [leaf]
        while parent[chain[-1]] >= 0 and chain[-1] not in used:
            chain.append(int(parent[chain[-1]]))
        used.update(chain)
        if len(chain) > 2:
            order = chain[::-1]
            lines.append((_smoothed(centre[order]), radius[order]))
    return lines


def _smoothed(line: np.ndarray) -> np.ndarray:
    inner = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return np.vstack([line[:1], inner, line[-1:]])
