package org.fingerpost.audit.proof.log;

/** Where hashes and entries lie in an export: C2SP tlog-tiles, with tiles of 256. */
public final class Tiles {

  /** Hashes in a full tile. */
  public static final int WIDTH = 256;

  /** Levels of the tree in one level of tiles. */
  public static final int HEIGHT = 8;

  private Tiles() {}

  /** The place of a tile of hashes: {@code tile/1/x001/234.p/7}. */
  public static String path(int level, long index, int width) {
    return "tile/" + level + "/" + number(index) + partial(width);
  }

  /** The place of a bundle of entries. */
  public static String entries(long index, int width) {
    return "tile/entries/" + number(index) + partial(width);
  }

  /** How many hashes a level of tiles has for a tree. */
  public static long hashes(int level, long size) {
    return size >> (HEIGHT * level);
  }

  private static String partial(int width) {
    return width == WIDTH ? "" : ".p/" + width;
  }

  private static String number(long index) {
    var text = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      text.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return text.toString();
  }
}
