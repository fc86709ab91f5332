package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Who may use whom: what {@code package-info.java} of each module says, no more and no less (src/docs/adr/0002). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModulesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/fingerpost");

  /** Journeys must not know who watches them, sends to them, deploys them, or that they are shown to visitors. */
  private static final Set<String> USED_BY_NOBODY = Set.of("audit", "casefile", "workbench", "intake", "demo");

  private static final Pattern USE =
      Pattern.compile("(?m)^import (?:static )?org\\.fingerpost\\.([a-z]+)\\.((?:[a-z]+\\.)*)[A-Z]");

  private static final ApplicationModules MODULES = ApplicationModules.of(Fingerpost.class);

  @Test
  void modules_form_a_directed_graph_and_use_only_each_others_api() {
    MODULES.verify();
  }

  @Test
  void a_module_may_use_what_it_does_use() throws IOException {
    var used = new TreeMap<String, Set<String>>();
    var allowed = new TreeMap<String, Set<String>>();
    for (String module : modules()) {
      if (!module.equals("platform")) {
        used.put(module, usedBy(module));
        allowed.put(module, new TreeSet<>(Arrays.asList(declaration(module).allowedDependencies())));
      }
    }
    assertThat(allowed)
        .as("allowedDependencies in package-info.java, and what the modules import")
        .isEqualTo(used);
  }

  @Test
  void some_modules_are_used_by_nobody() throws IOException {
    for (String module : modules()) {
      var wrong = usedBy(module);
      wrong.retainAll(USED_BY_NOBODY);
      assertThat(wrong).as("%s uses a module that nobody may use", module).isEmpty();
    }
  }

  @Test
  void the_platform_knows_no_module() throws IOException {
    assertThat(usedBy("platform")).as("platform is used by all, so it uses none").isEmpty();
    assertThat(declaration("platform").type()).isEqualTo(ApplicationModule.Type.OPEN);
  }

  @Test
  void each_module_says_what_it_is_for() throws IOException {
    for (String module : modules()) {
      String text = Files.readString(SOURCES.resolve(module).resolve("package-info.java"));
      String comment = text.substring(text.indexOf("/**") + 3, text.indexOf("*/"));
      assertThat(comment.replaceAll("\\s+\\*?\\s*", " ").strip())
          .as("%s/package-info.java begins with one sentence of purpose", module)
          .matches("[A-Z][^.]{20,}\\..*");
    }
  }

  @Test
  void sub_packages_say_what_they_are_for_too() throws IOException {
    try (var folders = Files.walk(SOURCES, 2)) {
      var silent =
          folders
              .filter(folder -> Files.isDirectory(folder) && !folder.equals(SOURCES))
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).as("packages without package-info.java").isEmpty();
    }
  }

  /** In the notation of {@code allowedDependencies}. */
  private static Set<String> usedBy(String module) throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.walk(SOURCES.resolve(module))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        USE.matcher(Files.readString(file))
            .results()
            .filter(use -> !use.group(1).equals(module))
            .map(use -> dependency(use.group(1), use.group(2).replace(".", "")))
            .forEach(used::add);
      }
    }
    return used;
  }

  /** The platform is open: all of it is its API. */
  private static String dependency(String module, String subPackage) {
    return module.equals("platform") || subPackage.isEmpty() ? module : module + " :: " + subPackage;
  }

  private static Set<String> modules() throws IOException {
    try (var folders = Files.list(SOURCES)) {
      var modules =
          folders
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
          .containsExactlyInAnyOrderElementsOf(modules);
      return modules;
    }
  }

  private static ApplicationModule declaration(String module) {
    try {
      var declared = Class.forName("org.fingerpost." + module + ".package-info").getAnnotation(ApplicationModule.class);
      assertThat(declared).as("%s/package-info.java has @ApplicationModule", module).isNotNull();
      return declared;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(module + " has no package-info.java", e);
    }
  }
}
