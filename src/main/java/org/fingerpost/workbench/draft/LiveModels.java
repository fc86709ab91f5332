package org.fingerpost.workbench.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.fingerpost.workbench.ModelBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The models in use, as they lie in the engine. The contents are shared and never changed by a reader.
 *
 * <p>What a scheme was once given stays its own line of versions in the engine, so that taking a variant away means giving the scheme
 * the shared content. A scheme's deployment may therefore hold files that are no variants: those that were the same as the shared ones
 * at the time.
 */
@Component
public class LiveModels {

  private final RepositoryService repository;
  private final JdbcClient database;
  private final Cache<String, SortedMap<String, byte[]>> deployed = Caffeine.newBuilder().maximumSize(20).build();

  LiveModels(RepositoryService repository, JdbcClient database) {
    this.repository = repository;
    this.database = database;
  }

  /** A file as the scheme runs it: the scheme's own, else the shared one. */
  public Optional<byte[]> file(String schemeId, String name) {
    var own = deployedFor(schemeId).get(name);
    return Optional.ofNullable(own != null || schemeId == null ? own : deployedFor(null).get(name));
  }

  /** Every file as the scheme runs it, by name. */
  public SortedMap<String, byte[]> all(String schemeId) {
    var all = new TreeMap<>(deployedFor(null));
    all.putAll(deployedFor(schemeId));
    return all;
  }

  /** Whether the scheme has a variant of its own. */
  public boolean own(String schemeId, String name) {
    return variants(schemeId).containsKey(name);
  }

  /** The scheme's own variants by name; empty for the shared models. */
  public SortedMap<String, byte[]> variants(String schemeId) {
    var variants = new TreeMap<String, byte[]>();
    if (schemeId != null) {
      latest(schemeId, null)
          .ifPresent(
              latest -> {
                var shared = latest(null, latest.at()).map(before -> files(before.id())).orElse(Collections.emptySortedMap());
                files(latest.id())
                    .forEach(
                        (name, bytes) -> {
                          if (!Arrays.equals(bytes, shared.get(name))) {
                            variants.put(name, bytes);
                          }
                        });
              });
    }
    return variants;
  }

  /** The deployment that is live for the scheme, or, without one, for all. */
  public Optional<String> deployment(String schemeId) {
    return latest(schemeId, null).or(() -> latest(null, null)).map(Deployment::id);
  }

  /** The whole bundle that deploying a draft would deploy. */
  public ModelBundle with(Draft draft) {
    if (draft.schemeId() == null) {
      return new ModelBundle(null, sharedWith(draft));
    }
    var variants = variants(draft.schemeId());
    draft.files().forEach((name, file) -> {
      if (file.removed()) {
        variants.remove(name);
      } else {
        variants.put(name, file.content());
      }
    });
    return bundle(draft.schemeId(), variants, draft.files().keySet(), deployedFor(null));
  }

  /**
   * What must be deployed together with a draft of the shared models: schemes that run copies of shared files beside their variants
   * would otherwise stay with the old ones. Empty for a draft of one scheme.
   */
  public List<ModelBundle> followers(Draft draft) {
    var followers = new ArrayList<ModelBundle>();
    if (draft.schemeId() == null) {
      var shared = sharedWith(draft);
      for (String scheme : schemes()) {
        var bundle = bundle(scheme, variants(scheme), List.of(), shared);
        if (!bundle.hash().equals(new ModelBundle(scheme, deployedFor(scheme)).hash())) {
          followers.add(bundle);
        }
      }
    }
    return followers;
  }

  private SortedMap<String, byte[]> sharedWith(Draft draft) {
    var files = new TreeMap<>(deployedFor(null));
    draft.files().forEach((name, file) -> {
      if (file.removed()) {
        files.remove(name);
      } else {
        files.put(name, file.content());
      }
    });
    return files;
  }

  /** Forms and called processes are bound to their deployment: a scheme with one of its own needs the others beside it. */
  private ModelBundle bundle(
      String schemeId, SortedMap<String, byte[]> variants, Iterable<String> mentioned, SortedMap<String, byte[]> shared) {
    var files = new TreeMap<String, byte[]>();
    var once = new ArrayList<>(deployedFor(schemeId).keySet());
    mentioned.forEach(once::add);
    once.addAll(variants.keySet());
    boolean whole = once.stream().anyMatch(name -> !name.endsWith(".dmn"));
    shared.forEach((name, bytes) -> {
      if (once.contains(name) || whole && !name.endsWith(".dmn")) {
        files.put(name, bytes);
      }
    });
    files.putAll(variants);
    return new ModelBundle(schemeId, files);
  }

  private List<String> schemes() {
    return database
        .sql("select distinct scheme_id from model_deployment where scheme_id is not null order by scheme_id")
        .query(String.class)
        .list();
  }

  private SortedMap<String, byte[]> deployedFor(String schemeId) {
    return latest(schemeId, null).map(latest -> files(latest.id())).orElse(Collections.emptySortedMap());
  }

  /** The deployment that was the latest at a time; now, where no time is given. */
  private Optional<Deployment> latest(String schemeId, Instant at) {
    return database
        .sql(
            """
            select deployment_id, deployed_at from model_deployment
             where scheme_id is not distinct from cast(:scheme as text)
               and (cast(:at as timestamptz) is null or deployed_at <= cast(:at as timestamptz))
             order by deployed_at desc, deployment_id desc limit 1""")
        .param("scheme", schemeId)
        .param("at", at == null ? null : Timestamp.from(at))
        .query((row, number) -> new Deployment(row.getString("deployment_id"), row.getTimestamp("deployed_at").toInstant()))
        .optional();
  }

  private SortedMap<String, byte[]> files(String deploymentId) {
    return deployed.get(
        deploymentId,
        id -> {
          var files = new TreeMap<String, byte[]>();
          for (var resource : repository.getDeploymentResources(id)) {
            try (var bytes = repository.getResourceAsStreamById(id, resource.getId())) {
              files.put(resource.getName(), bytes.readAllBytes());
            } catch (IOException e) {
              throw new UncheckedIOException("A model that is deployed cannot be read", e);
            }
          }
          return Collections.unmodifiableSortedMap(files);
        });
  }

  private record Deployment(String id, Instant at) {}
}
