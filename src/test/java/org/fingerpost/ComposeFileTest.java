package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComposeFileTest {

  private static Map<String, Object> file;

  @BeforeAll
  static void read() throws IOException {
    try (var in = Files.newInputStream(Path.of("docker-compose.yml"))) {
      file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    }
  }

  @Test
  void it_has_two_nodes_a_database_a_mail_catcher_and_a_proxy_and_knows_when_each_is_well() {
    assertThat(map(file, "services")).containsOnlyKeys("app-1", "app-2", "db", "mail", "proxy");
    map(file, "services")
        .keySet()
        .forEach(name -> assertThat(map(service(name), "healthcheck")).as(name).containsKey("test"));
    assertThat(service("db")).containsEntry("image", "postgres:17");
    assertThat(map(service("db"), "environment").get("POSTGRES_INITDB_ARGS").toString()).contains("--data-checksums");
  }

  @Test
  void the_two_nodes_differ_in_their_name_only() {
    var first = new LinkedHashMap<>(service("app-1"));
    var second = new LinkedHashMap<>(service("app-2"));
    assertThat(first.remove("hostname")).isEqualTo("app-1");
    assertThat(second.remove("hostname")).isEqualTo("app-2");
    assertThat(first).isEqualTo(second);
    assertThat(map(first, "environment"))
        .containsKeys("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
  }

  @Test
  void the_application_signs_in_with_the_password_that_its_role_was_made_with() {
    assertThat(map(service("app-1"), "environment").get("SPRING_DATASOURCE_PASSWORD"))
        .isEqualTo(map(service("db"), "environment").get("FINGERPOST_DB_PASSWORD"));
  }

  @Test
  void no_secret_has_a_default() {
    var secrets = new ArrayList<String>();
    visit("", file, (path, value) -> {
      if (path.matches("(?i).*(password|secret|key|token)")) {
        secrets.add(path);
        assertThat(value.toString()).as(path).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
      }
    });
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void only_the_proxy_is_open_to_others_and_the_nodes_have_no_way_out() {
    map(file, "services").keySet().stream()
        .filter(name -> service(name).containsKey("ports"))
        .filter(name -> !name.equals("proxy"))
        .forEach(name -> assertThat((List<?>) service(name).get("ports")).as(name)
            .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:")));
    assertThat(service("app-1").get("networks")).isEqualTo(List.of("inside"));
    assertThat(map(map(file, "networks"), "inside")).containsEntry("internal", true);
  }

  @Test
  void the_proxy_keeps_a_visitor_on_one_node_and_asks_both_whether_they_are_ready() {
    var caddyfile = map(map(file, "configs"), "proxy").get("content").toString();
    assertThat(caddyfile)
        .contains("reverse_proxy app-1:8080 app-2:8080", "lb_policy cookie", "health_uri /actuator/health/readiness");
  }

  @Test
  void the_image_runs_as_nobody_in_particular_and_takes_in_nothing_but_the_jar() throws IOException {
    var build = map(service("app-1"), "build");
    var dockerfile = Path.of(build.get("dockerfile").toString());
    assertThat(Files.readAllLines(dockerfile)).contains("USER 10001:10001");
    assertThat(Files.readAllLines(dockerfile.resolveSibling("Dockerfile.dockerignore")))
        .contains("*", "!target/fingerpost.jar");
  }

  private static Map<String, Object> service(String name) {
    return map(map(file, "services"), name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> parent, String name) {
    assertThat(parent).containsKey(name);
    return (Map<String, Object>) parent.get(name);
  }

  private static void visit(String path, Object node, BiConsumer<String, Object> scalar) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, value) -> visit(path + "/" + name, value, scalar));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> visit(path + "[]", value, scalar));
    } else if (node != null) {
      scalar.accept(path, node);
    }
  }
}
