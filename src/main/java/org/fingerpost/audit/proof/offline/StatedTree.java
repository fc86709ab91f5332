package org.fingerpost.audit.proof.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fingerpost.audit.proof.log.Edge;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;

/** The tree as the tiles of a pack state it, built anew from its leaves; whether those are right is what the signed roots say. */
final class StatedTree {

  private final Export export;
  private final SignedHead head;
  private final Problems problems;
  private final Map<Long, byte[]> roots = new HashMap<>();
  private final List<byte[]> tiles = new ArrayList<>();

  StatedTree(Export export, SignedHead head, Problems problems) {
    this.export = export;
    this.head = head;
    this.problems = problems;
  }

  /**
   * Builds the tree from its leaves.
   *
   * @param wanted the sizes at which its root is wanted later
   */
  void grow(Set<Long> wanted) {
    var edge = new Edge();
    var upper = new TreeMap<Integer, List<byte[]>>();
    keepRoot(edge, wanted);
    for (long tile = 0; tile * Tiles.WIDTH < head.size(); tile++) {
      byte[] hashes = tile(0, tile);
      tiles.add(hashes);
      for (int at = 0; at < hashes.length; at += Merkle.HASH) {
        edge.add(
            Arrays.copyOfRange(hashes, at, at + Merkle.HASH),
            (level, index, hash) -> {
              if (level > 0 && level % Tiles.HEIGHT == 0) {
                upper.computeIfAbsent(level / Tiles.HEIGHT, l -> new ArrayList<>()).add(hash);
              }
            });
        keepRoot(edge, wanted);
      }
    }
    upper.forEach(this::compareTiles);
  }

  private void keepRoot(Edge edge, Set<Long> wanted) {
    if (wanted.contains(edge.size())) {
      roots.put(edge.size(), edge.root());
    }
  }

  /** The root that the tree had at a size; only at those that were wanted. */
  byte[] root(long size) {
    return roots.get(size);
  }

  byte[] leaf(long index) {
    byte[] tile = tiles.get((int) (index / Tiles.WIDTH));
    int at = (int) (index % Tiles.WIDTH) * Merkle.HASH;
    return Arrays.copyOfRange(tile, at, at + Merkle.HASH);
  }

  private byte[] tile(int level, long index) {
    int width = (int) Math.min(Tiles.WIDTH, Tiles.hashes(level, head.size()) - index * Tiles.WIDTH);
    var path = Tiles.path(level, index, width);
    byte[] hashes = export.bytes(path).orElseThrow(() -> Complaint.missing(path));
    if (hashes.length != width * Merkle.HASH) {
      throw new Complaint(path + " should have " + width * Merkle.HASH + " bytes and has " + hashes.length + ".");
    }
    return hashes;
  }

  private void compareTiles(int level, List<byte[]> computed) {
    for (int at = 0; at < computed.size(); at++) {
      long tile = at / Tiles.WIDTH;
      byte[] stated = at % Tiles.WIDTH == 0 ? tile(level, tile) : null;
      if (stated != null) {
        for (int i = 0; i * Merkle.HASH < stated.length; i++) {
          if (!Arrays.equals(Arrays.copyOfRange(stated, i * Merkle.HASH, (i + 1) * Merkle.HASH), computed.get(at + i))) {
            long first = (tile * Tiles.WIDTH + i) << (Tiles.HEIGHT * level);
            problems.add(
                first,
                "The hashes in tile/%d do not follow from those below, from entry %d on.".formatted(level, first));
            return;
          }
        }
      }
    }
  }

  /** Where the hashes of a pack's tree come from, for the proof of one entry. */
  static Merkle.Nodes nodes(Export export, SignedHead head) {
    var read = new HashMap<String, byte[]>();
    return new Merkle.Nodes() {
      @Override
      public byte[] node(int level, long index) {
        int tileLevel = level / Tiles.HEIGHT;
        int within = level % Tiles.HEIGHT;
        if (within > 0) {
          return Merkle.node(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
        }
        long tile = index / Tiles.WIDTH;
        int width = (int) Math.min(Tiles.WIDTH, Tiles.hashes(tileLevel, head.size()) - tile * Tiles.WIDTH);
        var path = Tiles.path(tileLevel, tile, width);
        byte[] hashes = read.computeIfAbsent(path, name -> export.bytes(name).orElseThrow(() -> Complaint.missing(name)));
        int at = (int) (index % Tiles.WIDTH) * Merkle.HASH;
        if (hashes.length < at + Merkle.HASH) {
          throw new Complaint(path + " is too short.");
        }
        return Arrays.copyOfRange(hashes, at, at + Merkle.HASH);
      }
    };
  }
}
