package org.fingerpost.audit.proof.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Merkle tree of RFC 9162 with SHA-256: hashes, proofs, and the checking of proofs. */
public final class Merkle {

  /** Bytes of a hash. */
  public static final int HASH = 32;

  private Merkle() {}

  /** Where the hashes of perfect subtrees come from. */
  @FunctionalInterface
  public interface Nodes {

    /** The hash over the leaves from {@code index << level} up to {@code (index + 1) << level}, which is all there. */
    byte[] node(int level, long index);
  }

  public static byte[] leaf(byte[] entry) {
    var digest = sha256();
    digest.update((byte) 0);
    return digest.digest(entry);
  }

  public static byte[] node(byte[] left, byte[] right) {
    var digest = sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root of a tree without leaves. */
  public static byte[] emptyRoot() {
    return sha256().digest();
  }

  public static byte[] root(long size, Nodes nodes) {
    return size == 0 ? emptyRoot() : range(0, size, nodes);
  }

  /** Leads from a leaf to the root, from below. */
  public static List<byte[]> inclusion(long index, long size, Nodes nodes) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("There is no leaf " + index + " in a tree of " + size);
    }
    var path = new ArrayList<byte[]>();
    inclusion(index, 0, size, nodes, path);
    return path;
  }

  private static void inclusion(long index, long from, long to, Nodes nodes, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + half(to - from);
    if (index < middle) {
      inclusion(index, from, middle, nodes, path);
      path.add(range(middle, to, nodes));
    } else {
      inclusion(index, middle, to, nodes, path);
      path.add(range(from, middle, nodes));
    }
  }

  /** Shows that the tree of {@code size} leaves begins with the tree of {@code before} leaves. */
  public static List<byte[]> consistency(long before, long size, Nodes nodes) {
    if (before < 0 || before > size) {
      throw new IllegalArgumentException("A tree of " + before + " cannot be the beginning of one of " + size);
    }
    var path = new ArrayList<byte[]>();
    if (before > 0 && before < size) {
      consistency(before, 0, size, true, nodes, path);
    }
    return path;
  }

  private static void consistency(long before, long from, long to, boolean known, Nodes nodes, List<byte[]> path) {
    if (before == to) {
      if (!known) {
        path.add(range(from, to, nodes));
      }
      return;
    }
    long middle = from + half(to - from);
    if (before <= middle) {
      consistency(before, from, middle, known, nodes, path);
      path.add(range(middle, to, nodes));
    } else {
      consistency(before, middle, to, false, nodes, path);
      path.add(range(from, middle, nodes));
    }
  }

  /** RFC 9162, 2.1.3.2. */
  public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while (node != 0 && (node & 1) == 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** RFC 9162, 2.1.4.2. */
  public static boolean isConsistent(long before, byte[] rootBefore, long size, byte[] root, List<byte[]> proof) {
    if (before < 0 || before > size) {
      return false;
    }
    if (before == size) {
      return proof.isEmpty() && Arrays.equals(rootBefore, root);
    }
    if (before == 0) {
      return proof.isEmpty() && Arrays.equals(rootBefore, emptyRoot());
    }
    var path = new ArrayList<>(proof);
    if (Long.bitCount(before) == 1) {
      path.add(0, rootBefore);
    }
    if (path.isEmpty()) {
      return false;
    }
    long node = before - 1;
    long last = size - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] old = path.get(0);
    byte[] now = path.get(0);
    for (byte[] sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = node(sibling, old);
        now = node(sibling, now);
        while (node != 0 && (node & 1) == 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(old, rootBefore) && Arrays.equals(now, root);
  }

  /** The hash over the leaves {@code from} up to {@code to}; {@code from} begins a subtree. */
  private static byte[] range(long from, long to, Nodes nodes) {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return nodes.node(level, from >> level);
    }
    long middle = from + half(size);
    return node(range(from, middle, nodes), range(middle, to, nodes));
  }

  /** The largest power of two below {@code size}. */
  private static long half(long size) {
    return Long.highestOneBit(size - 1);
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
