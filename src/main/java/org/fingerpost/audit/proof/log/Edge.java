package org.fingerpost.audit.proof.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a growing tree: the hashes of its perfect subtrees, largest first. Enough to add leaves and to know the root,
 * however large the tree.
 */
public final class Edge {

  /** Is told each perfect subtree as it becomes whole, leaves included. */
  @FunctionalInterface
  public interface Grown {
    void node(int level, long index, byte[] hash);
  }

  private final List<byte[]> hashes = new ArrayList<>();
  private long size;

  public Edge() {}

  /** Takes up a tree where {@link #bytes} left it. */
  public Edge(long size, byte[] bytes) {
    if (size < 0 || bytes.length != Long.bitCount(size) * Merkle.HASH) {
      throw new IllegalArgumentException("This is not the edge of a tree of " + size);
    }
    this.size = size;
    for (int at = 0; at < bytes.length; at += Merkle.HASH) {
      hashes.add(Arrays.copyOfRange(bytes, at, at + Merkle.HASH));
    }
  }

  public void add(byte[] leaf, Grown grown) {
    byte[] hash = leaf;
    long index = size;
    int level = 0;
    grown.node(0, index, hash);
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = Merkle.node(hashes.remove(hashes.size() - 1), hash);
      level++;
      index >>= 1;
      grown.node(level, index, hash);
    }
    hashes.add(hash);
    size++;
  }

  public void add(byte[] leaf) {
    add(leaf, (level, index, hash) -> {});
  }

  public long size() {
    return size;
  }

  public byte[] root() {
    if (hashes.isEmpty()) {
      return Merkle.emptyRoot();
    }
    byte[] root = hashes.get(hashes.size() - 1);
    for (int i = hashes.size() - 2; i >= 0; i--) {
      root = Merkle.node(hashes.get(i), root);
    }
    return root;
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    hashes.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
