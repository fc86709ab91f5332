package org.fingerpost.audit.proof;

import java.util.List;
import org.fingerpost.audit.proof.log.Merkle;
import org.fingerpost.audit.proof.log.SignedHead;
import org.fingerpost.audit.proof.log.Tiles;
import org.fingerpost.audit.proof.log.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The proof in a pack: the hashes of the whole log, its signed heads and public keys. */
final class PackProof {

  private static final int MOST_HEADS = 20_000;

  private final JdbcClient db;
  private final List<VerifierKey> keys;

  PackProof(JdbcClient db, List<VerifierKey> keys) {
    this.db = db;
    this.keys = keys;
  }

  /**
   * @param whole whether the entries are put in once more, in the bundles that belong to the tiles
   */
  void write(PackFile out, SignedHead head, boolean whole) {
    for (int level = 0; Tiles.hashes(level, head.size()) > 0; level++) {
      tiles(out, level, head.size());
    }
    if (whole) {
      bundles(out, head.size());
    }
    out.add("checkpoint", head.note());
    out.add("heads.txt", heads(head.size()));
    var text = new StringBuilder("# Public keys of this log, the newest first. Compare them with one that you noted yourself.\n");
    keys.stream().map(VerifierKey::toString).forEach(key -> text.append(key).append('\n'));
    out.add("keys.txt", text.toString());
  }

  private void tiles(PackFile out, int level, long size) {
    long hashes = Tiles.hashes(level, size);
    for (long tile = 0; tile * Tiles.WIDTH < hashes; tile++) {
      int width = (int) Math.min(Tiles.WIDTH, hashes - tile * Tiles.WIDTH);
      long from = tile * Tiles.WIDTH;
      var bytes = new byte[width * Merkle.HASH];
      // A hash that is gone leaves zeros: the pack then says what is wrong instead of not being made.
      (level == 0
              ? db.sql("select leaf_index, leaf_hash from audit_leaf where leaf_index >= ? and leaf_index < ?").params(from, from + width)
              : db.sql("select node_index, hash from audit_node where level = ? and node_index >= ? and node_index < ?")
                  .params(level, from, from + width))
          .query(
              row -> {
                byte[] hash = row.getBytes(2);
                System.arraycopy(hash, 0, bytes, (int) (row.getLong(1) - from) * Merkle.HASH, Math.min(Merkle.HASH, hash.length));
              });
      out.add(Tiles.path(level, tile, width), bytes);
    }
  }

  private void bundles(PackFile out, long size) {
    for (long tile = 0; tile * Tiles.WIDTH < size; tile++) {
      long from = tile * Tiles.WIDTH;
      int width = (int) Math.min(Tiles.WIDTH, size - from);
      var entries =
          db.sql(
                  "select "
                      + EntryRows.COLUMNS
                      + " from audit_leaf l left join audit_entry e on e.audit_id = l.audit_id"
                      + " where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index")
              .params(from, from + width)
              .query((row, number) -> row.getObject("audit_id") == null ? new byte[0] : EntryRows.read(row).bytes())
              .list();
      out.add(
          Tiles.entries(tile, width),
          stream -> {
            for (byte[] entry : entries) {
              stream.write(entry.length >> 8);
              stream.write(entry.length);
              stream.write(entry);
            }
          });
    }
  }

  /** All heads up to this one, or evenly many of them. */
  private String heads(long size) {
    long all = db.sql("select count(*) from audit_head where size <= ?").param(size).query(Long.class).single();
    var text = new StringBuilder();
    db.sql(
            """
            select note from (select note, size, row_number() over (order by size desc) as place from audit_head where size <= ?) h
            where (place - 1) % ? = 0 order by size
            """)
        .params(size, all / MOST_HEADS + 1)
        .query(String.class)
        .list()
        .forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }
}
