package org.fingerpost.audit.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MerkleTest {

  private static final HexFormat HEX = HexFormat.of();

  /** Leaves and roots of the test vectors of RFC 6962's own implementation (certificate-transparency, merkletree/). */
  private static final List<String> LEAVES =
      List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final class Tree implements Merkle.Nodes {

    private final TreeMap<String, byte[]> nodes = new TreeMap<>();
    private final List<byte[]> roots = new ArrayList<>();
    private final Edge edge = new Edge();

    Tree(List<byte[]> leaves) {
      roots.add(edge.root());
      for (byte[] leaf : leaves) {
        edge.add(leaf, (level, index, hash) -> nodes.put(level + "/" + index, hash));
        roots.add(edge.root());
      }
    }

    static Tree of(int size) {
      var leaves = new ArrayList<byte[]>();
      for (int i = 0; i < size; i++) {
        leaves.add(Merkle.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
      }
      return new Tree(leaves);
    }

    byte[] leaf(int index) {
      return nodes.get("0/" + index);
    }

    @Override
    public byte[] node(int level, long index) {
      return nodes.get(level + "/" + index);
    }
  }

  @Test
  void the_vectors_of_RFC_6962_come_out() {
    var tree = new Tree(LEAVES.stream().map(HEX::parseHex).map(Merkle::leaf).toList());

    assertThat(HEX.formatHex(Merkle.emptyRoot())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (int size = 1; size <= ROOTS.size(); size++) {
      assertThat(HEX.formatHex(tree.roots.get(size))).as("root of %d", size).isEqualTo(ROOTS.get(size - 1));
      assertThat(HEX.formatHex(Merkle.root(size, tree))).as("root of %d from nodes", size).isEqualTo(ROOTS.get(size - 1));
    }
    assertThat(hex(Merkle.inclusion(0, 8, tree)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(hex(Merkle.consistency(6, 8, tree)))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void every_entry_of_every_tree_up_to_300_is_proven_and_no_other_place_is() {
    var tree = Tree.of(300);
    for (int size = 1; size <= 300; size++) {
      byte[] root = tree.roots.get(size);
      for (int index = 0; index < size; index++) {
        var path = Merkle.inclusion(index, size, tree);
        assertThat(Merkle.includes(tree.leaf(index), index, size, path, root)).as("%d of %d", index, size).isTrue();
        assertThat(Merkle.includes(tree.leaf((index + 1) % 300), index, size, path, root)).isFalse();
        assertThat(Merkle.includes(tree.leaf(index), index + 1, size, path, root)).isFalse();
      }
    }
  }

  @Test
  void every_tree_up_to_300_is_shown_to_begin_with_every_smaller_one() {
    var tree = Tree.of(300);
    for (int size = 1; size <= 300; size++) {
      for (int before = 0; before <= size; before++) {
        var proof = Merkle.consistency(before, size, tree);
        assertThat(Merkle.isConsistent(before, tree.roots.get(before), size, tree.roots.get(size), proof))
            .as("%d before %d", before, size)
            .isTrue();
        if (before > 0 && before < size) {
          assertThat(Merkle.isConsistent(before, tree.roots.get(before - 1), size, tree.roots.get(size), proof)).isFalse();
        }
      }
    }
  }

  @Test
  void proofs_of_larger_trees_hold_and_one_bit_breaks_them() {
    var tree = Tree.of(2000);
    var random = new Random(6962);
    for (int i = 0; i < 2000; i++) {
      int size = 1 + random.nextInt(2000);
      int index = random.nextInt(size);
      byte[] root = tree.roots.get(size);
      var path = Merkle.inclusion(index, size, tree);
      assertThat(Merkle.includes(tree.leaf(index), index, size, path, root)).isTrue();
      assertThat(Merkle.includes(flipped(tree.leaf(index), random), index, size, path, root)).isFalse();
      assertThat(Merkle.includes(tree.leaf(index), index, size, path, flipped(root, random))).isFalse();
      if (!path.isEmpty()) {
        assertThat(Merkle.includes(tree.leaf(index), index, size, flipped(path, random), root)).isFalse();
        assertThat(Merkle.includes(tree.leaf(index), index, size, path.subList(1, path.size()), root)).isFalse();
      }

      int before = random.nextInt(size + 1);
      var proof = Merkle.consistency(before, size, tree);
      assertThat(Merkle.isConsistent(before, tree.roots.get(before), size, root, proof)).isTrue();
      if (!proof.isEmpty()) {
        assertThat(Merkle.isConsistent(before, tree.roots.get(before), size, root, flipped(proof, random))).isFalse();
        assertThat(Merkle.isConsistent(before, flipped(tree.roots.get(before), random), size, root, proof)).isFalse();
        assertThat(Merkle.isConsistent(before, tree.roots.get(before), size, flipped(root, random), proof)).isFalse();
      }
    }
  }

  @Test
  void a_tree_goes_on_from_its_edge_wherever_it_was_left() {
    var tree = Tree.of(700);
    for (int left = 0; left <= 700; left += 7) {
      var before = new Edge();
      for (int i = 0; i < left; i++) {
        before.add(tree.leaf(i));
      }
      var after = new Edge(left, before.bytes());
      for (int i = left; i < 700; i++) {
        after.add(tree.leaf(i));
      }
      assertThat(after.root()).isEqualTo(tree.roots.get(700));
    }
  }

  @Test
  void tiles_lie_where_others_look_for_them() {
    assertThat(Tiles.path(0, 0, 256)).isEqualTo("tile/0/000");
    assertThat(Tiles.path(1, 1234067, 7)).isEqualTo("tile/1/x001/x234/067.p/7");
    assertThat(Tiles.entries(12, 256)).isEqualTo("tile/entries/012");
  }

  private static byte[] flipped(byte[] hash, Random random) {
    var other = hash.clone();
    other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    return other;
  }

  private static List<byte[]> flipped(List<byte[]> path, Random random) {
    var other = new ArrayList<>(path);
    int at = random.nextInt(other.size());
    other.set(at, flipped(other.get(at), random));
    return other;
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HEX::formatHex).toList();
  }
}
