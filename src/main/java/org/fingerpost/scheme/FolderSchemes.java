package org.fingerpost.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Schemes read from folders at start and kept in memory. The map is replaced whole, so that a reader sees either all of
 * a scheme or nothing of it. A folder from outside replaces a shipped scheme of the same id.
 */
@Component
class FolderSchemes implements Schemes {

  private static final String SHIPPED = "classpath*:schemes/*/" + Folder.SCHEME_FILE;

  private final ApplicationEventPublisher events;
  private volatile Map<String, SchemeReader.Read> schemes;

  @Autowired
  FolderSchemes(ApplicationEventPublisher events, @Value("${fingerpost.schemes.folder:}") String folder) {
    this.events = events;
    Problems problems = new Problems();
    Map<String, SchemeReader.Read> read = new TreeMap<>(read(shipped(), problems));
    if (!folder.isBlank()) {
      read.putAll(read(foldersIn(Path.of(folder), problems), problems));
    }
    checkTogether(read, problems);
    problems.throwIfAny();
    this.schemes = read;
  }

  static FolderSchemes fromClassPath(ApplicationEventPublisher events) {
    return new FolderSchemes(events, "");
  }

  @Override
  public Optional<Scheme> find(String id) {
    return Optional.ofNullable(id).map(schemes::get).map(SchemeReader.Read::scheme);
  }

  @Override
  public Scheme get(String id) {
    return read(id).scheme();
  }

  @Override
  public List<Scheme> all() {
    return schemes.values().stream().map(SchemeReader.Read::scheme).toList();
  }

  @Override
  public Listing listing(String id) {
    return read(id).listing();
  }

  @Override
  public synchronized void addFrom(Path folder) {
    Problems problems = new Problems();
    Optional<SchemeReader.Read> added = SchemeReader.read(Folder.of(folder), problems);
    problems.throwIfAny();
    String id = added.orElseThrow().scheme().id();
    Map<String, SchemeReader.Read> before = schemes;
    Map<String, SchemeReader.Read> after = new TreeMap<>(before);
    after.put(id, added.get());
    checkTogether(after, problems);
    problems.throwIfAny();
    schemes = after;
    try {
      events.publishEvent(new SchemeAdded(id));
    } catch (RuntimeException e) {
      schemes = before; // a scheme whose organisations could not be stored must not take referrals
      throw e;
    }
  }

  private SchemeReader.Read read(String id) {
    SchemeReader.Read read = id == null ? null : schemes.get(id);
    if (read == null) {
      throw new IllegalArgumentException("There is no scheme '%s'; there are %s".formatted(id, schemes.keySet()));
    }
    return read;
  }

  private static Map<String, SchemeReader.Read> read(List<Folder> folders, Problems problems) {
    Map<String, SchemeReader.Read> schemes = new TreeMap<>();
    for (Folder folder : folders) {
      SchemeReader.read(folder, problems)
          .map(read -> schemes.put(read.scheme().id(), read))
          .ifPresent(
              other ->
                  problems.add(
                      folder.nameOf(Folder.SCHEME_FILE),
                      "id '%s' is also that of %s; give each scheme its own"
                          .formatted(other.scheme().id(), other.folder().nameOf(Folder.SCHEME_FILE))));
    }
    return schemes;
  }

  /** What can only be checked when all schemes are known. */
  private static void checkTogether(Map<String, SchemeReader.Read> schemes, Problems problems) {
    for (SchemeReader.Read read : schemes.values()) {
      String youngPeople = read.scheme().youngPeoplesScheme();
      if (youngPeople != null && (!schemes.containsKey(youngPeople) || youngPeople.equals(read.scheme().id()))) {
        problems.add(
            read.folder().nameOf(Folder.SCHEME_FILE),
            "youngPeoplesScheme '%s' is not another scheme; use one of %s".formatted(youngPeople, schemes.keySet()));
      }
    }
  }

  private static List<Folder> shipped() {
    try {
      List<Folder> folders = new ArrayList<>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        folders.add(Folder.of(file));
      }
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the schemes on the class path", e);
    }
  }

  private static List<Folder> foldersIn(Path parent, Problems problems) {
    if (!Files.isDirectory(parent)) {
      problems.add(
          "fingerpost.schemes.folder", "'%s' is not a folder; name one that holds scheme folders".formatted(parent));
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> Files.exists(child.resolve(Folder.SCHEME_FILE)))
          .sorted()
          .map(Folder::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + parent, e);
    }
  }
}
